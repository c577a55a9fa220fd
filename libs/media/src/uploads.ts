import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { SETTINGS, type Settings } from '#settings';
import { inspectAs, kindOf } from './inspection/inspect.js';
import type { FileKind } from './inspection/kinds.js';
import { bytesSent, keepMedia } from './media.queries.js';
import { MEDIA_STORE, mediaFolder } from './store/chosen-store.js';
import type { MediaStore } from './store/media-store.js';
import { again, gathered } from './upload/gathered.js';
import { IncomingFiles, type Upload } from './upload/incoming-files.js';
import { Lane } from './upload/lane.js';
import { largestChunk, largestMedia, mostAtOnce, mostPixels } from './upload/limits.js';
import { Trays } from './upload/trays.js';

/** A part of a file: where it stands, how many bytes the whole has, and its bytes as they come in. */
export interface Chunk {
  readonly offset: number;
  readonly total: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** How far a file has come. */
export interface UploadState {
  readonly hash: string;
  /** How many bytes have arrived: where to go on from. */
  readonly offset: number;
  /** It is stored durably, and who sent it is noted. */
  readonly complete: boolean;
}

const pictures: readonly FileKind[] = ['jpeg', 'png', 'webp'];

/** Files on their way in, each by the SHA-256 of its content. */
@Injectable()
export class Uploads {
  private readonly incoming: IncomingFiles;
  private readonly trays = new Trays(mostAtOnce, largestChunk.bytes);
  /** So many files are looked into at once; those that take long do not hold up photos. */
  private readonly lanes = { photos: new Lane(8), files: new Lane(1) };

  constructor(
    private readonly database: Database,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const folder = mediaFolder(settings);
    this.incoming = new IncomingFiles(join(folder, '.incoming'), [join(folder, '.keeping')]);
  }

  /**
   * Takes a chunk of a file. With the last one the file is looked into, made durable, and noted; then alone it is complete.
   * What one has sent before is complete with any chunk of it; whether another sent it is told to nobody.
   * @throws Problem `media.tooLarge`, `media.offsetDiffers`, `media.sizeDiffers`, `media.tooMuchUnfinished`,
   *   `media.hashDiffers`, `media.kindRefused`, `media.storeFull`, `media.storeAway`, `evidence.active`, `evidence.doubtful`
   */
  async append(actor: Actor, hash: string, chunk: Chunk): Promise<UploadState> {
    const { offset, total, content } = chunk;
    if (total > largestMedia.bytes) throw new Problem('media.tooLarge', { params: { limit: largestMedia.text } });
    const upload = { sender: senderOf(actor), hash, total };
    await this.incoming.sweep();
    const isShort = offset === 0 && total <= largestChunk.bytes;
    const tray = isShort ? this.trays.take() : null;
    if (!tray) return this.takePart(actor, upload, offset, content);
    return this.takeAtOnce(actor, upload, content, tray).finally(() => this.trays.give(tray));
  }

  /**
   * How far a file of this sender has come; one never begun is at 0. One that is all there, but was not finished, is
   * finished now.
   * @throws what `append` does with the last chunk
   */
  async offset(actor: Actor, hash: string): Promise<UploadState> {
    const sender = senderOf(actor);
    const bytes = await this.database.read((db) => bytesSent(db, sender, hash));
    if (bytes !== null) return { hash, offset: bytes, complete: true };
    const begun = await this.incoming.find(sender, hash);
    if (begun && begun.offset === begun.upload.total) return this.finish(actor, begun.upload);
    return { hash, offset: begun?.offset ?? 0, complete: false };
  }

  /**
   * A photo that comes in one piece is spared the way through a file and the question whether it was sent before: stored
   * again it is the same. What comes in part goes that way after all.
   */
  private async takeAtOnce(actor: Actor, upload: Upload, chunk: Chunk['content'], tray: Buffer): Promise<UploadState> {
    const all = await gathered(chunk, upload.total, tray);
    const isWhole = all.content.length === upload.total && all.beyond === null && all.cut === null;
    return isWhole ? this.finish(actor, upload, all.content) : this.takePart(actor, upload, 0, again(all));
  }

  private async takePart(
    actor: Actor,
    upload: Upload,
    offset: number,
    content: Chunk['content'],
  ): Promise<UploadState> {
    const { sender, hash, total } = upload;
    const begun = await this.incoming.open(upload);
    const wasSent = !begun && (await this.database.read((db) => bytesSent(db, sender, hash))) !== null;
    if (wasSent) return { hash, offset: total, complete: true };
    const file = begun ?? (await this.incoming.begin(upload));
    try {
      // When all of it is there but was not finished, by a kill or for want of space, that is all that is left to do.
      const isWhole = (await file.offset()) === total;
      const arrived = isWhole ? total : await file.take(offset, content);
      if (arrived < total) return { hash, offset: arrived, complete: false };
    } finally {
      await file.close();
    }
    return this.finish(actor, upload);
  }

  private async finish(actor: Actor, upload: Upload, content: Buffer | null = null): Promise<UploadState> {
    const { hash, total } = upload;
    const taken = kindsFrom(actor);
    const lane = this.lanes[taken === pictures ? 'photos' : 'files'];
    const isKept = await lane.run(() => this.keep(upload, taken, content));
    // When it is not there any more, it was finished, or refused, at the same time.
    return isKept ? { hash, offset: total, complete: true } : this.offset(actor, hash);
  }

  /** What is looked into is what is stored: the bytes in memory, whatever happens to the file they arrived in. */
  private async keep(upload: Upload, taken: readonly FileKind[], atOnce: Buffer | null): Promise<boolean> {
    const content = atOnce ?? (await this.incoming.contentOf(upload));
    if (!content) return false;
    try {
      const kind = await inspected(content, upload, taken);
      const { hash, total, sender } = upload;
      await this.store.keep(hash, content); // durable before any row names it
      await keepMedia(this.database, { hash, kind, bytes: total }, sender);
    } catch (error) {
      if (error instanceof Problem && error.status < 500) await this.incoming.remove(upload); // it starts anew
      throw error;
    }
    await this.incoming.remove(upload); // also what another way brought of it in part
    return true;
  }
}

/** Shoppers send photos; who appeals, and who decides about it, sends documents too. */
function kindsFrom(actor: Actor): readonly FileKind[] {
  return actor.can('visit.appeal') ? [...pictures, 'pdf'] : pictures;
}

/** @throws Problem `media.sizeDiffers`, `media.hashDiffers`, `media.kindRefused`, `evidence.active`, `evidence.doubtful` */
async function inspected(content: Buffer, { hash, total }: Upload, taken: readonly FileKind[]): Promise<FileKind> {
  if (content.length !== total) throw new Problem('media.sizeDiffers', { params: { announced: total } });
  if (createHash('sha256').update(content).digest('hex') !== hash) throw new Problem('media.hashDiffers');
  const kind = await kindOf(content);
  if (kind === null || !taken.includes(kind)) throw new Problem('media.kindRefused');
  await inspectAs(kind, content, mostPixels);
  return kind;
}

/** Files are sent by accounts: there is nobody else to hold responsible for one. */
function senderOf({ accountId }: Actor): string {
  if (accountId === null) throw new Problem('access.signInNeeded');
  return accountId;
}
