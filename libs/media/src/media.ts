import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { bytesSent, findMedia } from './media.queries.js';
import { Pictures } from './pictures/pictures.js';
import { MEDIA_STORE } from './store/chosen-store.js';
import type { MediaStore, StoredContent } from './store/media-store.js';

/** A file ready to be shown: a picture made anew, or a PDF as it was sent, which was looked into. */
export interface OpenedMedia extends StoredContent {
  readonly kind: 'jpeg' | 'pdf';
}

/** Photos and files that are stored, each by the SHA-256 of its content. */
@Injectable()
export class Media {
  constructor(
    private readonly database: Database,
    private readonly pictures: Pictures,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  /** Whether somebody sent this file, all of it. */
  async sentBy({ accountId }: Actor, hash: string): Promise<boolean> {
    if (accountId === null) return false;
    return (await this.database.read((db) => bytesSent(db, accountId, hash))) !== null;
  }

  /** Opens a file for who sent it and for the office. Missing and not his answer alike. @throws those of `openClean` */
  async open(actor: Actor, hash: string): Promise<OpenedMedia> {
    const isOffice = actor.can('visit.review');
    if (!isOffice && !(await this.sentBy(actor, hash))) throw new Problem('media.unknown');
    return this.openClean(hash);
  }

  /**
   * Opens a file for whoever may see it: who may has to be asked before. A photo is its clean copy, prepared now if need be.
   * @throws Problem `media.unknown`, `media.unreadable` for a picture that cannot be shown, `media.storeAway`
   */
  async openClean(hash: string): Promise<OpenedMedia> {
    const file = await this.database.read((db) => findMedia(db, hash));
    if (!file) throw new Problem('media.unknown');
    if (file.kind !== 'pdf') return { kind: 'jpeg', ...(await this.pictures.open(file)) };
    const stored = await this.store.open(hash);
    if (stored?.bytes === file.bytes) return { kind: 'pdf', ...stored };
    stored?.content.destroy();
    throw new Error(`the stored file ${hash} is missing or damaged`);
  }
}
