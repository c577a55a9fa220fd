import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ResultsModule } from '#results';
import { ReportPrinter } from './report-printer.js';
import { ScorecardRow } from './scorecard.entity.js';
import { Scorecards } from './scorecards.js';

@Module({
  imports: [TypeOrmModule.forFeature([ScorecardRow]), ResultsModule],
  providers: [Scorecards, ReportPrinter],
  exports: [Scorecards, ReportPrinter],
})
export class ScorecardsModule {}
