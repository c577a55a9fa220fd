import { Module } from '@nestjs/common';
import { VisitsModule } from '#visits';
import { AppealsController } from './appeals.controller.js';
import { ReleasedController } from './released.controller.js';

@Module({ imports: [VisitsModule], controllers: [ReleasedController, AppealsController] })
export class AppealDoor {}
