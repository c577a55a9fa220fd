import { Module } from '@nestjs/common';
import { VisitsModule } from '#visits';
import { SubmitController } from './submit.controller.js';

@Module({ imports: [VisitsModule], controllers: [SubmitController] })
export class SubmitDoor {}
