import { Module } from '@nestjs/common';
import { SETTINGS } from '#settings';
import { Media } from './media.js';
import { Pictures } from './pictures/pictures.js';
import { MEDIA_STORE, mediaStoreOf } from './store/chosen-store.js';
import { Uploads } from './uploads.js';

@Module({
  providers: [Media, Pictures, Uploads, { provide: MEDIA_STORE, useFactory: mediaStoreOf, inject: [SETTINGS] }],
  exports: [Media, Pictures, Uploads],
})
export class MediaModule {}
