import { Module } from '@nestjs/common';
import { VisitsModule } from '#visits';
import { ReviewController } from './review.controller.js';

@Module({ imports: [VisitsModule], controllers: [ReviewController] })
export class ReviewDoor {}
