import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { Problem } from '#contract';
import type { ObjectStore } from '#settings';
import type { MediaStore, StoredContent } from './media-store.js';
import { storeFull } from './store-full.js';

/** How long one request may take, in ms: 10 MiB at 350 kB/s. */
const patience = 30_000;
/** How often a request is made again that the store was too busy for. */
const retries = 2;
const retryAfter = 10;

/** What stores answer when a bucket or a disk is full; the status 507 says it by itself. */
const fullCodes = /<Code>(?:\w*StorageFull|QuotaExceeded|\w*QuotaExceeded)<\/Code>/;

/**
 * Contents in a bucket of an S3-compatible store, addressed by path. Each request is signed (AWS Signature Version 4)
 * over the SHA-256 of what it carries, so that the store refuses what was changed on the way.
 */
export class BucketStore implements MediaStore {
  private readonly client: AwsClient;

  constructor(private readonly bucket: ObjectStore) {
    const { key, secret, region } = bucket;
    this.client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries });
  }

  async keep(name: string, content: Uint8Array): Promise<void> {
    const hash = createHash('sha256').update(content).digest('hex');
    const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
    const answer = await this.ask('PUT', name, { headers, body: content as Uint8Array<ArrayBuffer> });
    if (!answer.ok) throw await refusalOf(answer);
    await answer.body?.cancel();
  }

  async open(name: string): Promise<StoredContent | null> {
    // As it is: packed on the way it would have another length.
    const headers = { 'x-amz-content-sha256': hashOfNothing, 'accept-encoding': 'identity' };
    const answer = await this.ask('GET', name, { headers });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return null;
    }
    if (!answer.ok || !answer.body) throw await refusalOf(answer);
    return { bytes: Number(answer.headers.get('content-length')), content: Readable.fromWeb(answer.body) };
  }

  private async ask(method: string, name: string, init: Pick<RequestInit, 'headers' | 'body'>): Promise<Response> {
    const address = `${this.bucket.address.href.replace(/\/$/, '')}/${name.slice(0, 2)}/${name}`;
    try {
      // Who is sent elsewhere would take the signature along.
      const signal = AbortSignal.timeout(patience);
      return await this.client.fetch(address, { ...init, method, redirect: 'manual', signal });
    } catch (error) {
      throw new Problem('media.storeAway', { retryAfter }, { cause: error });
    }
  }
}

const hashOfNothing = createHash('sha256').digest('hex');

/** What a store refuses is told to the log by its status and code; never with what opens it. */
async function refusalOf(answer: Response): Promise<Problem> {
  const text = (await answer.text().catch(() => '')).slice(0, 2_000);
  if (answer.status === 507 || fullCodes.test(text)) return storeFull();
  const code = /<Code>(\w{1,100})<\/Code>/.exec(text)?.[1] ?? '';
  const cause = new Error(`the store of files answered ${answer.status} ${code}`.trim());
  return new Problem('media.storeAway', { retryAfter }, { cause });
}
