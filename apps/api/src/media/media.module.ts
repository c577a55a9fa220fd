import { Module } from '@nestjs/common';
import { MediaModule } from '#media';
import { MediaController } from './media.controller.js';

@Module({ imports: [MediaModule], controllers: [MediaController] })
export class MediaDoor {}
