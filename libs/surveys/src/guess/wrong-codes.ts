import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { networkOf, PlatformSecret } from '#access';
import { Problem, type ProblemCode } from '#contract';
import { Activity, type Counting, type SharedCounts } from '../response/counting.js';
import { SlidingCounts } from '../response/sliding-counts.js';

/** In ms. */
const tenMinutes = 600_000;
/** Codes and links in ten minutes that lead nowhere: from one network, behind which many may mistype theirs, and from all. */
const most = { network: 60, all: 6_000 };

/** What is said of a code or link that leads nowhere. */
const nowhere: ReadonlySet<ProblemCode> = new Set(['response.wayUnknown', 'invitation.unknown']);

/**
 * Keeps codes and personal links from being guessed: whoever names too many that lead nowhere is told to slow down. What is right is
 * found all the same, so that nobody suffers for a neighbour. Networks are known as `Watch` knows them, and all processes count together.
 */
@Injectable()
export class WrongCodes implements Counting {
  private readonly networks = new SlidingCounts(tenMinutes, 50_000);
  private readonly all = new SlidingCounts(tenMinutes, 1);
  readonly activity = new Activity();

  /** What all processes count together. */
  readonly shared: readonly SharedCounts[] = [
    { kind: 'wrong', counts: this.networks, least: 2 },
    { kind: 'allWrong', counts: this.all, least: 1 },
  ];

  constructor(private readonly secret: PlatformSecret) {}

  /**
   * What a code or link leads to.
   * @param address of the connection; it is hashed at once and never kept
   * @throws Problem as `find` does, and `access.slowDown` in place of `response.wayUnknown` and `invitation.unknown`
   */
  async hold<T>(address: string, find: () => Promise<T>): Promise<T> {
    try {
      return await find();
    } catch (error) {
      if (!(error instanceof Problem) || !nowhere.has(error.code)) throw error;
      throw (await this.isTooMuch(address, Date.now())) ? slowDown(Date.now()) : error;
    }
  }

  private async isTooMuch(address: string, now: number): Promise<boolean> {
    this.activity.note();
    // Beyond it everybody is told so, and networks need not be told apart: ever new ones fill no table.
    if (this.all.add('', now, most.all) > most.all) return true;
    const key = await this.secret.keyFor(`survey guesses ${Math.floor(now / (144 * tenMinutes))}`);
    const network = hash('sha256', `${key.toString('base64')} ${networkOf(address)}`, 'base64').slice(0, 16);
    return this.networks.add(network, now, most.network) > most.network;
  }
}

/** When the next ten minutes begin, what was tried before counts less with every second. */
function slowDown(now: number): Problem {
  const seconds = Math.ceil((tenMinutes - (now % tenMinutes)) / 1_000);
  return new Problem('access.slowDown', { params: { seconds }, retryAfter: seconds });
}
