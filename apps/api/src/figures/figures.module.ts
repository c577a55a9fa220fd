import { Module } from '@nestjs/common';
import { ResultsModule } from '#results';
import { FiguresController } from './figures.controller.js';

@Module({ imports: [ResultsModule], controllers: [FiguresController] })
export class FiguresDoor {}
