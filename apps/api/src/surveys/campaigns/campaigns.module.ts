import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { CampaignsController } from './campaigns.controller.js';
import { PostersController } from './posters.controller.js';

@Module({ imports: [SurveysModule], controllers: [CampaignsController, PostersController] })
export class CampaignsDoor {}
