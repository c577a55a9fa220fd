import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { InterviewsController } from './interviews.controller.js';

@Module({ imports: [SurveysModule], controllers: [InterviewsController] })
export class InterviewsDoor {}
