import { readFile, realpath, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem, textsIn, type TextKey, type TextParams } from '#contract';
import { embeddedBinaries, type Binaries } from './embedded-binaries.js';
import { ensureCluster, role } from './embedded-cluster.js';
import { launch, type Launched } from './embedded-launch.js';
import { placeIn, prepareHome, type EmbeddedSettings, type Place } from './embedded-place.js';
import { freePort } from './embedded-port.js';
import { clearStaleLock, findPostmaster, stopPostmaster } from './embedded-postmaster.js';
import { databaseUser, type DatabaseUser } from './embedded-user.js';

/** How long a server that was cut off may need to let go of its memory and its port, in ms. */
const letGo = 15_000;

/**
 * The PostgreSQL under NUJOOM_HOME. It lives apart from the process that started it (its own session, no terminal), so
 * that several commands use it and Ctrl-C reaches it only through us. Any number of these may exist for one folder, in
 * any number of processes: there is still one server.
 */
export class EmbeddedServer {
  /** @param durable false gives up what a loss of power would take, for tests only */
  constructor(
    private readonly settings: EmbeddedSettings,
    private readonly durable = true,
  ) {}

  /** The address of one of its databases if it takes connections now, else null. Nothing is changed. */
  async running(database = role): Promise<string | null> {
    const place = await this.existing();
    if (!place) return null;
    const server = await findPostmaster(place.cluster);
    return server?.ready ? addressOf(place, server.port, database) : null;
  }

  /**
   * Starts the server if it does not run, makes it before if there is none, and waits until it takes connections.
   * Refuses with `start.folderNotWritable` (also when the disk is full) or `start.databaseFailed`.
   * @returns the address of the maintenance database `postgres`
   */
  async start(): Promise<string> {
    const place = await prepareHome(this.settings.home);
    try {
      const binaries = await embeddedBinaries();
      if (!binaries)
        throw new Error(this.say('start.reason.noBinaries', { platform: `${process.platform}-${process.arch}` }));
      const user = await databaseUser(binaries, place);
      if (!user) throw new Error(this.say('start.reason.closedToDatabaseUser', { folder: place.home }));
      await ensureCluster(place, binaries, user, this.durable);
      return await this.serve(place, binaries, user);
    } catch (error) {
      throw this.refusal(place, error);
    }
  }

  /** Stops it, whoever started it; see stopPostmaster for the two ways. Comes back when it is gone. */
  async stop(how: 'fast' | 'immediate' = 'fast', patience?: number): Promise<void> {
    const place = await this.existing();
    if (place) await stopPostmaster(place.cluster, how, patience);
  }

  /** Waits for the server that is there, or starts one, until one is ready; see `Launched` for why a start may be tried again. */
  private async serve(place: Place, binaries: Binaries, user: DatabaseUser): Promise<string> {
    let last: Launched = { outcome: 'ready' };
    for (const until = Date.now() + letGo; ; await pause(20)) {
      const found = await findPostmaster(place.cluster);
      if (found?.ready) return addressOf(place, found.port, 'postgres');
      if (found) continue; // it starts, recovers or stops: each comes to an end
      await clearStaleLock(place.cluster);
      const port = await freePort(last.outcome === 'portTaken' ? null : place.port);
      last = await launch({ place, binaries, user, port, durable: this.durable });
      if (last.outcome === 'ready') await writeFile(place.port, `${port}\n`).catch(() => undefined);
      else if (last.outcome === 'failed' || Date.now() > until) throw new Error(last.words);
    }
  }

  private async existing(): Promise<Place | null> {
    const home = await realpath(this.settings.home).catch(() => null);
    return home === null ? null : placeIn(home);
  }

  private refusal(place: Place, error: unknown): Problem {
    if (error instanceof Problem) return error;
    const reason = error instanceof Error ? error.message : String(error);
    if (
      /No space left|Read-only file system|Permission denied|wrote only|could not extend|ENOSPC|EROFS|EACCES|EDQUOT|quota exceeded/i.test(
        reason,
      )
    )
      return new Problem('start.folderNotWritable', { params: { home: this.settings.home } }, { cause: error });
    return new Problem('start.databaseFailed', { params: { reason, log: place.log } }, { cause: error });
  }

  private say(key: TextKey, params: TextParams): string {
    return textsIn(this.settings.language)(key, params);
  }
}

async function addressOf(place: Place, port: number, database: string): Promise<string> {
  const password = (await readFile(place.password, 'utf8')).trim();
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}
