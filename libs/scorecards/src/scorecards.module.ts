import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ResultsModule } from '#results';
import { LazyPrinter } from './lazy-printer.js';
import { ScorecardRow } from './scorecard.entity.js';
import { Scorecards } from './scorecards.js';

@Module({
  imports: [TypeOrmModule.forFeature([ScorecardRow]), ResultsModule],
  providers: [Scorecards, LazyPrinter],
  exports: [Scorecards, LazyPrinter],
})
export class ScorecardsModule {}
