import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { networkOf, PlatformSecret } from '#access';
import {
  isWorked,
  readStamp,
  stampForm,
  type FormStamp,
  type SentResponse,
  type Suspicion,
  type Way,
} from '#campaigns';
import type { SurveyPlace } from '../campaign/open-campaigns.js';
import { Activity, type Counting, type SharedCounts } from './counting.js';
import { SlidingCounts } from './sliding-counts.js';
import { stampTag } from './stamp-tag.js';

/** What came in, as far as it tells whether a person sent it. */
export interface Seen {
  readonly place: SurveyPlace;
  readonly way: Way;
  readonly sent: SentResponse;
  /** The id it came in under. */
  readonly id: string;
  /** The address of the connection; it is hashed at once and never kept. */
  readonly address: string;
}

/** A look at what came in. */
export interface Look {
  readonly suspicions: readonly Suspicion[];
  /** What the form was stamped with, where it was and the stamp holds. */
  readonly stamp: FormStamp | null;
}

const hour = 3_600_000;
const tenMinutes = 600_000;
/** A form that lay open for longer says nothing any more. */
const stampHolds = 30 * 24 * hour;
/** A campaign is under attack while at least so many of the last ten minutes, and this part of all, were suspected. */
const attack = { least: 10, part: 0.3 };
/** Zero bits asked for: some 16,000 hashes at first, twice as many whenever the suspected double, a million at most. */
const bits = { first: 14, last: 20 };

/** Ways whose forms come from a page of ours that was just handed out; the others are devices of the office. */
const stamped: ReadonlySet<Way> = new Set(['link', 'personal', 'embed']);

/**
 * Notices answers that nobody gave. Networks are known by a keyed hash that changes every day: nothing of an address is kept with an
 * answer, and the hash goes within two hours. It counts in memory; `SharedPace` tells the processes of each other's counts.
 */
@Injectable()
export class Watch implements Counting {
  private readonly networks = new SlidingCounts(hour, 50_000);
  private readonly places = new SlidingCounts(tenMinutes, 20_000);
  private readonly all = new SlidingCounts(tenMinutes, 1_000);
  private readonly suspected = new SlidingCounts(tenMinutes, 1_000);
  readonly activity = new Activity();

  /** What all processes count together. */
  readonly shared: readonly SharedCounts[] = [
    { kind: 'network', counts: this.networks, least: 2 },
    { kind: 'place', counts: this.places, least: 1 },
    { kind: 'campaign', counts: this.all, least: 1 },
    { kind: 'suspected', counts: this.suspected, least: 1 },
  ];

  constructor(private readonly secret: PlatformSecret) {}

  /** Stamps a form for a way in. */
  async stamp(stamp: FormStamp): Promise<string> {
    return (await this.stamper())(stamp);
  }

  /** What stamps forms without waiting for anything. */
  async stamper(): Promise<(stamp: FormStamp) => string> {
    const key = await this.secret.keyFor('survey stamps');
    return (stamp) => stampForm(key, stamp, stampTag);
  }

  /** Zero bits of work that a campaign asks of forms just now; 0: none. */
  workBits({ campaign, campaignId }: SurveyPlace, now: number): number {
    if (campaign.guard.proofOfWork === 'never') return 0;
    const suspected = this.suspected.count(campaignId, now);
    if (suspected < attack.least || suspected < attack.part * this.all.count(campaignId, now)) return 0;
    return Math.min(bits.last, bits.first + Math.floor(Math.log2(suspected / attack.least)));
  }

  /** Looks at what came in and remembers that it did. */
  async look(seen: Seen, now: number): Promise<Look> {
    const { place, way, sent } = seen;
    this.activity.note();
    const key = await this.secret.keyFor('survey stamps');
    const stamp = stampOf(seen, readStamp(key, sent.stamp ?? '', stampTag), now);
    const asked = this.workBits(place, now);
    const suspicions: Suspicion[] = [];
    if (stamped.has(way)) {
      suspicions.push(...suspectedOfForm(seen, stamp, asked, now));
      if (await this.isTooMuchOfNetwork(seen, now)) suspicions.push('network');
    }
    // What is held anyway does not count for its place: else one program could have all that people answer there held.
    if (suspicions.length === 0 && this.isBurst(place, now)) suspicions.push('burst');
    this.all.add(place.campaignId, now);
    if (suspicions.length > 0) this.suspected.add(place.campaignId, now);
    return { suspicions, stamp };
  }

  private async isTooMuchOfNetwork({ place, address }: Seen, now: number): Promise<boolean> {
    const { perNetwork } = place.campaign.guard;
    const network = await this.networkKey(address, now);
    return this.networks.add(`${place.campaignId} ${network}`, now, perNetwork) > perNetwork;
  }

  private isBurst({ n, campaign }: SurveyPlace, now: number): boolean {
    const { perPlace } = campaign.guard;
    return this.places.add(String(n), now, perPlace) > perPlace;
  }

  private async networkKey(address: string, now: number): Promise<string> {
    const key = await this.secret.keyFor(`survey networks ${Math.floor(now / (24 * hour))}`);
    // Nobody is shown it, so that it need not be an HMAC, which takes a tenth of all the time there is for a response.
    return hash('sha256', `${key.toString('base64')} ${networkOf(address)}`, 'base64').slice(0, 16);
  }
}

/** The stamp, if it was made for this answer and this way in, and not too long ago. */
function stampOf({ id, sent }: Seen, stamp: FormStamp | null, now: number): FormStamp | null {
  if (stamp?.response !== id || stamp.code !== sent.code) return null;
  return now - stamp.at <= stampHolds ? stamp : null;
}

function suspectedOfForm(
  { place, sent }: Seen,
  stamp: FormStamp | null,
  asked: number,
  now: number,
): readonly Suspicion[] {
  const suspicions: Suspicion[] = [];
  if (stamp === null) suspicions.push('noStamp');
  else if (now - stamp.at < place.campaign.guard.leastSeconds * 1_000) suspicions.push('tooSoon');
  if (sent.website) suspicions.push('honeypot');
  if (asked > 0 && !isWorked(sent.stamp ?? '', sent.work ?? '', asked)) suspicions.push('noWork');
  return suspicions;
}
