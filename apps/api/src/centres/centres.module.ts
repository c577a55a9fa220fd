import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#assessments';
import { NetworkModule } from '#network';
import { CentresController } from './centres.controller.js';

@Module({ imports: [NetworkModule, AssessmentsModule], controllers: [CentresController] })
export class CentresDoor {}
