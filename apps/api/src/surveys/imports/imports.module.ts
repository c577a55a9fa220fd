import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { ResponsesFileController } from './imports.controller.js';

@Module({ imports: [SurveysModule], controllers: [ResponsesFileController] })
export class ImportsDoor {}
