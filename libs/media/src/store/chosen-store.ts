import { join } from 'node:path';
import type { Settings } from '#settings';
import { BucketStore } from './bucket-store.js';
import { FolderStore } from './folder-store.js';
import type { MediaStore } from './media-store.js';

/** The token under which the store of media is injected. */
export const MEDIA_STORE = Symbol('media store');

/** The folder of media under NUJOOM_HOME. What arrives lies there, whatever the store. */
export function mediaFolder({ home }: Settings): string {
  return join(home, 'media');
}

/** The store that the settings name. */
export function mediaStoreOf(settings: Settings): MediaStore {
  return settings.mediaStore ? new BucketStore(settings.mediaStore) : new FolderStore(mediaFolder(settings));
}
