import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { SessionController } from './session.controller.js';

@Module({ imports: [AccessModule], controllers: [SessionController] })
export class SessionModule {}
