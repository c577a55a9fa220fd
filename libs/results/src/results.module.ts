import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CyclesModule } from '#cycles';
import { NetworkModule } from '#network';
import { AnswersImport } from './answers-import.js';
import { CountsImport } from './counts-import.js';
import { Figures } from './figures.js';
import { IndicatorsImport } from './indicators-import.js';
import { MeasureRow } from './measure.entity.js';
import { ResultsImport } from './results-import.js';
import { Stars } from './stars.js';
import { StarTrials } from './star-trials.js';

@Module({
  imports: [TypeOrmModule.forFeature([MeasureRow]), NetworkModule, CyclesModule],
  providers: [Figures, ResultsImport, CountsImport, AnswersImport, IndicatorsImport, Stars, StarTrials],
  exports: [Figures, ResultsImport, CountsImport, AnswersImport, IndicatorsImport, Stars, StarTrials],
})
export class ResultsModule {}
