import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MethodVersion } from './method-version.entity.js';
import { KnownInstruments } from './known-instruments.js';
import { Methods } from './methods.js';

@Module({
  imports: [TypeOrmModule.forFeature([MethodVersion])],
  providers: [Methods, KnownInstruments],
  exports: [Methods, KnownInstruments],
})
export class SchemesModule {}
