import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { ErasuresController } from './erasures.controller.js';

@Module({ imports: [SurveysModule], controllers: [ErasuresController] })
export class ErasuresDoor {}
