import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Devices } from '#access';
import { testFolder } from '../platform/database.js';
import { builtTablet } from '../tablet/built-tablet.js';
import { front, officeAt, type Front } from '../tablet/front.js';
import { shopperWorld, type ShopperWorld } from '../tablet/shopper-world.js';
import { built } from '../start/processes.js';
import { freePort, KilledApi } from './kept.js';

/** A report the office has, with the remark that tells one visit from another. */
export interface Arrived {
  readonly id: string;
  readonly visit: string;
  readonly remark: string;
  readonly photos: readonly string[];
}

/** An office of which the api is a process of its own, to be killed, and a network that comes and goes. */
export class FieldOffice {
  /** What was asked over the network so far. */
  questions = 0;
  private listeners: (() => void)[] = [];

  private constructor(
    private readonly world: ShopperWorld,
    readonly front: Front,
    private readonly api: KilledApi,
    private readonly home: string,
  ) {}

  static async withVisits(visits: number): Promise<FieldOffice> {
    await built();
    const home = await testFolder();
    // The office in this process is not asked by tablets: it hands out codes.
    const world = await shopperWorld(visits, { NUJOOM_HOME: home });
    const api = new KilledApi(await freePort(), { DATABASE_URL: world.api.databaseUrl, NUJOOM_HOME: home });
    await api.start();
    const served = await front(await builtTablet(), () => undefined);
    const office = new FieldOffice(world, served, api, home);
    office.online();
    return office;
  }

  get visits(): number {
    return this.world.visits.length;
  }

  /** A code for a tablet of the shopper. */
  async code(): Promise<string> {
    return (await this.world.api.app.get(Devices, { strict: false }).issue('noor', 'drill')).code;
  }

  online(): void {
    const real = officeAt(this.api.url);
    this.front.ask((incoming, response) => {
      this.questions += 1;
      for (const listener of this.listeners) listener();
      return real(incoming, response);
    });
  }

  offline(): void {
    this.front.ask((_, response) => void response.destroy());
  }

  /** Calls back at every question. */
  whenAsked(listener: () => void): () => void {
    this.listeners.push(listener);
    return () => (this.listeners = this.listeners.filter((one) => one !== listener));
  }

  async killApi(): Promise<void> {
    await this.api.kill();
    await this.api.start();
  }

  close(): Promise<void> {
    return this.api.kill();
  }

  /** No token is known any more. */
  async forgetTokens(): Promise<void> {
    await this.world.api.sql('update devices set token_hash = sha256(random()::text::bytea)');
  }

  arrived(): Promise<Arrived[]> {
    return this.world.api.sql<Arrived>(
      `select id, visit_id as visit, content->'sheet'->'answers'->'greeting'->>'comment' as remark,
         array(select hash from visit_photos where report_id = visit_reports.id) as photos from visit_reports`,
    );
  }

  /** Photos of reports that are not complete on the disk. */
  lostPhotos(reports: readonly Arrived[]): readonly string[] {
    const hashes = reports.flatMap(({ photos }) => photos);
    return hashes.filter((hash) => !existsSync(join(this.home, 'media', hash.slice(0, 2), hash)));
  }
}
