import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { DriversController } from './drivers.controller.js';

@Module({ imports: [SurveysModule], controllers: [DriversController] })
export class SurveyDriversDoor {}
