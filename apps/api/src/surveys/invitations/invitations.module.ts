import { Module } from '@nestjs/common';
import { SurveysModule } from '#surveys';
import { InvitationsController } from './invitations.controller.js';
import { OneClickBodies } from './one-click-bodies.js';
import { OptOutController } from './opt-out.controller.js';

@Module({
  imports: [SurveysModule],
  controllers: [InvitationsController, OptOutController],
  providers: [OneClickBodies],
})
export class InvitationsDoor {}
