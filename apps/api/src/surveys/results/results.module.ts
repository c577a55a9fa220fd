import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { ResultsController } from './results.controller.js';

@Module({ imports: [SurveysModule], controllers: [ResultsController] })
export class SurveyResultsDoor {}
