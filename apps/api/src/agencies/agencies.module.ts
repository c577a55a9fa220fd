import { Module } from '@nestjs/common';
import { NetworkModule } from '#network';
import { AgenciesController } from './agencies.controller.js';

@Module({ imports: [NetworkModule], controllers: [AgenciesController] })
export class AgenciesDoor {}
