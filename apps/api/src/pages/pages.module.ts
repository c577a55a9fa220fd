import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AssetsController } from './assets.controller.js';
import { SignInController } from './sign-in.controller.js';

@Module({ imports: [AccessModule], controllers: [AssetsController, SignInController] })
export class PagesModule {}
