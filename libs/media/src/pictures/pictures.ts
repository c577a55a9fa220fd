import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database } from '#database';
import { findMedia, markPrepared, type MediaFile } from '../media.queries.js';
import { MEDIA_STORE } from '../store/chosen-store.js';
import type { MediaStore, StoredContent } from '../store/media-store.js';
import { Lane } from '../upload/lane.js';
import { cleanPictureOf } from './clean-picture.js';

/** The pictures that can be shown: made from those that were sent, never those themselves. */
@Injectable()
export class Pictures {
  /** One at a time in a process: each may take some hundred megabytes. */
  private readonly lane = new Lane(1);

  constructor(
    private readonly database: Database,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  /**
   * Prepares a picture: its clean copy and its fingerprint. Again it does nothing, and so it does for what is no picture
   * or not there. One that cannot be read is noted as such.
   */
  async prepare(hash: string): Promise<void> {
    const file = await this.database.read((db) => findMedia(db, hash));
    if (file && file.kind !== 'pdf' && file.preparedAt === null) await this.make(file);
  }

  /** Opens the clean copy of a picture, made now when it is not there. @throws Problem `media.unreadable` */
  async open(file: MediaFile): Promise<StoredContent> {
    const ready = await this.store.open(cleanName(file.hash));
    if (ready) return ready;
    if (file.preparedAt === null || file.width !== null) await this.make(file);
    const made = await this.store.open(cleanName(file.hash));
    if (!made) throw new Problem('media.unreadable');
    return made;
  }

  private make(file: MediaFile): Promise<void> {
    return this.lane.run(async () => {
      const picture = await cleanPictureOf(await this.original(file));
      if (picture) await this.store.keep(cleanName(file.hash), picture.content); // durable before the row says so
      await this.database.transaction((db) => markPrepared(db, file.hash, picture));
    });
  }

  /** The file as it was sent. One that the store changed or lost is for the operator to see, and for another try. */
  private async original({ hash, bytes }: MediaFile): Promise<Buffer> {
    const stored = await this.store.open(hash);
    if (stored?.bytes !== bytes) stored?.content.destroy();
    else {
      const content = Buffer.concat((await stored.content.toArray()) as Buffer[]);
      if (createHash('sha256').update(content).digest('hex') === hash) return content;
    }
    throw new Error(`the stored file ${hash} is missing or damaged`);
  }
}

function cleanName(hash: string): string {
  return `${hash}.clean`;
}
