import { Module } from '@nestjs/common';
import { VisitsModule } from '#visits';
import { ReportsBesideController } from './reports-beside.controller.js';
import { ReviewController } from './review.controller.js';

@Module({ imports: [VisitsModule], controllers: [ReviewController, ReportsBesideController] })
export class ReviewDoor {}
