import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Devices } from '#access';
import { contentHash } from '#documents';
import type { SentVisit, VisitReceipt } from '#fieldwork';
import type { AnswerSheet } from '#instruments';
import { hashOf } from '../media/media-rooms.js';
import { testFolder } from '../platform/database.js';
import { builtTablet } from '../tablet/built-tablet.js';
import { front, officeAt, type Front } from '../tablet/front.js';
import { shopperWorld, type ShopperWorld } from '../tablet/shopper-world.js';
import { built } from '../start/processes.js';
import { insertVisit } from '../visits/visit-rooms.js';
import { freePort, KilledApi, KilledDatabase } from './kept.js';

/** A report the office has, with the remark that tells one visit from another and the hash of what is stored. */
export interface Arrived {
  readonly id: string;
  readonly visit: string;
  readonly remark: string;
  readonly hash: string;
  readonly photos: readonly string[];
}

/** An office whose api and database are processes of their own, to be killed, and a network that comes and goes. */
export class FieldOffice {
  /** What was asked over the network so far. */
  questions = 0;
  /** Visits that were sent again, since their receipt was lost, and found stored. */
  foundStored = 0;
  private listeners: ((isVisit: boolean) => void)[] = [];

  private constructor(
    private readonly world: ShopperWorld,
    readonly front: Front,
    private readonly api: KilledApi,
    private readonly database: KilledDatabase,
    private readonly home: string,
  ) {}

  static async withVisits(visits: number): Promise<FieldOffice> {
    await built();
    const home = await testFolder();
    const database = await KilledDatabase.in(home);
    // The office in this process is not asked by tablets: it hands out codes.
    const world = await shopperWorld(visits, { NUJOOM_HOME: home }, database.url);
    const api = new KilledApi(await freePort(), { DATABASE_URL: database.url, NUJOOM_HOME: home });
    await api.start();
    const served = await front(await builtTablet(), () => undefined);
    const office = new FieldOffice(world, served, api, database, home);
    office.online();
    return office;
  }

  get visits(): number {
    return this.world.visits.length;
  }

  /** Plans more visits for the shopper until so many are open, as an office does week by week. */
  async plansUpTo(open: number): Promise<void> {
    const sql = <Row extends object>(text: string, values?: readonly unknown[]) =>
      this.world.api.sql<Row>(text, values);
    const planned = await sql("select id from visits where state in ('assigned', 'accepted', 'inProgress')");
    for (let count = planned.length; count < open; count += 1)
      await insertVisit(sql as Parameters<typeof insertVisit>[0], { shopper: 'noor', service: 'renew' });
  }

  /** A code for a tablet of the shopper. */
  async code(): Promise<string> {
    return (await this.world.api.app.get(Devices, { strict: false }).issue('noor', 'drill')).code;
  }

  online(): void {
    const real = officeAt(this.api.url);
    this.front.ask((incoming, response) => {
      this.questions += 1;
      for (const listener of this.listeners) listener(isSubmission(incoming));
      response.once('close', () => this.note(incoming, response));
      return real(incoming, response);
    });
  }

  /** Answers that it has what is sent, with a receipt that is right in every point, and stores nothing. */
  pretends(): void {
    const real = officeAt(this.api.url);
    this.front.ask(async (incoming, response) => {
      if (!isSubmission(incoming)) return real(incoming, response);
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const sent = JSON.parse(Buffer.concat(chunks).toString()) as SentVisit;
      const receipt: VisitReceipt = {
        id: incoming.url?.split('/').at(-1) ?? '',
        assignment: sent.assignment,
        revision: 1,
        hash: contentHash(sent),
        receivedAt: new Date().toISOString(),
        late: false,
        media: sent.photos.map(({ hash }) => hash),
      };
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(receipt));
    });
  }

  offline(): void {
    this.front.ask((_, response) => void response.destroy());
  }

  /** Calls back at every question, before it is passed on; with whether a visit is sent with it. */
  whenAsked(listener: (isVisit: boolean) => void): () => void {
    this.listeners.push(listener);
    return () => (this.listeners = this.listeners.filter((one) => one !== listener));
  }

  async killApi(): Promise<void> {
    await this.api.kill();
    await this.api.start();
  }

  async killDatabase(): Promise<void> {
    await this.database.kill();
    await this.database.start();
  }

  async close(): Promise<void> {
    await this.api.kill();
    await this.database.end();
  }

  /** No token is known any more. */
  async forgetTokens(): Promise<void> {
    await this.world.api.sql('update devices set token_hash = sha256(random()::text::bytea)');
  }

  async arrived(): Promise<Arrived[]> {
    const reports = await this.world.api.sql<Omit<Arrived, 'remark' | 'hash'> & { content: { sheet: AnswerSheet } }>(
      `select id, visit_id as visit, content,
         array(select hash from visit_photos where report_id = visit_reports.id) as photos from visit_reports`,
    );
    return reports.map(({ content, ...report }) => ({
      ...report,
      remark: content.sheet.answers['greeting']?.comment ?? '',
      hash: contentHash(content),
    }));
  }

  /** Photos of reports that are not on the disk byte by byte. */
  lostPhotos(reports: readonly Arrived[]): readonly string[] {
    const hashes = reports.flatMap(({ photos }) => photos);
    return hashes.filter((hash) => {
      const path = join(this.home, 'media', hash.slice(0, 2), hash);
      return !existsSync(path) || hashOf(readFileSync(path)) !== hash;
    });
  }

  private note(incoming: IncomingMessage, { statusCode, headersSent }: ServerResponse): void {
    if (isSubmission(incoming) && headersSent && statusCode === 200) this.foundStored += 1;
  }
}

function isSubmission({ method, url }: IncomingMessage): boolean {
  return method === 'PUT' && /^\/api\/v1\/visits\/[^/]+$/.test(url ?? '');
}
