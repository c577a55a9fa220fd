import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { InvitationsController } from './invitations.controller.js';
import { OptOutController } from './opt-out.controller.js';

@Module({ imports: [SurveysModule], controllers: [InvitationsController, OptOutController] })
export class InvitationsDoor {}
