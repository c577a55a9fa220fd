import { Module } from '@nestjs/common';
import { CyclesModule } from '#cycles';
import { ResultsModule } from '#results';
import { HomeController } from './home.controller.js';

@Module({ imports: [CyclesModule, ResultsModule], controllers: [HomeController] })
export class HomeModule {}
