import { Module } from '@nestjs/common';
import { ScorecardsModule } from '#scorecards';
import { ScorecardsController } from './scorecards.controller.js';

@Module({ imports: [ScorecardsModule], controllers: [ScorecardsController] })
export class ScorecardsDoor {}
