import { Module } from '@nestjs/common';
import { ResultsModule } from '#results';
import { StarsController } from './stars.controller.js';

@Module({ imports: [ResultsModule], controllers: [StarsController] })
export class StarsDoor {}
