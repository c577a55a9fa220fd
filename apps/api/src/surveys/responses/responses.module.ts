import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { DecisionsController } from './decisions.controller.js';
import { ResponsesController } from './responses.controller.js';

@Module({ imports: [SurveysModule], controllers: [ResponsesController, DecisionsController] })
export class ResponsesDoor {}
