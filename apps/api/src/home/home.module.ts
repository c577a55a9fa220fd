import { Module } from '@nestjs/common';
import { CyclesModule } from '#cycles';
import { ResultsModule } from '#results';
import { SurveysModule } from '#surveys';
import { HomeController } from './home.controller.js';
import { Trial } from './trial.js';

@Module({ imports: [CyclesModule, ResultsModule, SurveysModule], controllers: [HomeController], providers: [Trial] })
export class HomeModule {}
