import type { Readable } from 'node:stream';

/** A content that was opened to be read. */
export interface StoredContent {
  readonly bytes: number;
  readonly content: Readable;
}

/**
 * Where contents lie, each under a name that is its hash (and a suffix for what was made of it). A folder or a bucket;
 * which of them is a setting.
 */
export interface MediaStore {
  /**
   * Makes a content durable under a name: it is all there, or nothing is. What stood there is replaced.
   * @throws Problem `media.storeFull` when there is no space, `media.storeAway` when the store does not answer
   */
  keep(name: string, content: Uint8Array): Promise<void>;

  /** Opens a content; null when there is none of this name. @throws Problem `media.storeAway` */
  open(name: string): Promise<StoredContent | null>;
}
