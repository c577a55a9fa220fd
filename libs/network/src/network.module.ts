import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Agency } from './agency.entity.js';
import { Service } from './service.entity.js';
import { Agencies } from './agencies.js';
import { Calendars } from './calendars.js';
import { Centre } from './centre.entity.js';
import { Centres } from './centres.js';
import { Sites } from './sites.js';
import { Succession } from './succession.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Agency, Service, Succession, Centre])],
  providers: [Agencies, Calendars, Centres, Sites],
  exports: [Agencies, Calendars, Centres, Sites],
})
export class NetworkModule {}
