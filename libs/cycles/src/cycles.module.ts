import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchemesModule } from '#schemes';
import { Cycle } from './cycle.entity.js';
import { Cycles } from './cycles.js';

@Module({ imports: [TypeOrmModule.forFeature([Cycle]), SchemesModule], providers: [Cycles], exports: [Cycles] })
export class CyclesModule {}
