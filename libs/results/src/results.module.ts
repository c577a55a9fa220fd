import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CyclesModule } from '#cycles';
import { NetworkModule } from '#network';
import { CountsImport } from './counts-import.js';
import { Figures } from './figures.js';
import { MeasureRow } from './measure.entity.js';
import { ResultsImport } from './results-import.js';

@Module({
  imports: [TypeOrmModule.forFeature([MeasureRow]), NetworkModule, CyclesModule],
  providers: [Figures, ResultsImport, CountsImport],
  exports: [Figures, ResultsImport, CountsImport],
})
export class ResultsModule {}
