import { hash, randomUUID } from 'node:crypto';
import { PlatformSecret } from '#access';
import { CampaignRules, isWorked, type SentResponse } from '#campaigns';
import type { SurveyPlace } from '#surveys';
import { settingsFrom } from '#settings';
import { Watch } from '#surveys';
import { chanceOf } from '../drills/kept.js';
import { campaignDocument, sentResponse } from './survey-rooms.js';

/**
 * B-2: a mix of people and programs as in a paid anonymous survey of which 22.4 % of 1,624 completions were valid (JMIR 2024,
 * e60184): at least 90 % of what programs send is held, at most 2 % of what people send. Time is a number here.
 */
const people = 45;
const programs = 156;
const hours = 0.5;
const start = Date.parse('2026-06-01T08:00:00Z');
const code = 'code';

const document = campaignDocument({ guard: { perNetwork: 60 } });
delete document['places'];
const place = { n: 1, campaignId: 'happiness', campaign: CampaignRules.parse(document) } as unknown as SurveyPlace;

class Sender {
  readonly watch = new Watch(
    new PlatformSecret(settingsFrom({ NUJOOM_SECRET: 'a secret for the test of stuffing it' })),
  );

  async send(at: number, taking: number, address: string, how: Partial<SentResponse> & { isHonest?: boolean } = {}) {
    const { isHonest, ...changes } = how;
    const id = randomUUID();
    const stamp = await this.watch.stamp({ response: id, code, at: at - taking });
    const bits = this.watch.workBits(place, at);
    const work = isHonest && bits > 0 ? { work: workOf(stamp, bits) } : {};
    const sent = sentResponse(code, { stamp, ...work, ...changes });
    const { suspicions } = await this.watch.look({ place, way: 'link', id, sent, address }, at);
    return suspicions;
  }
}

/** As `workFor`, by the quicker hash of this machine. */
function workOf(stamp: string, bits: number): string {
  for (let tried = 0; ; tried++) {
    const digest = hash('sha256', `${stamp}.${tried.toString(36)}`, 'buffer');
    if (digest.readUInt32BE(0) >>> (32 - bits) === 0 && isWorked(stamp, tried.toString(36), bits))
      return tried.toString(36);
  }
}

type Chance = () => number;
const somewhere = (chance: Chance) => [198, 51, chance() * 256, chance() * 256].map(Math.floor).join('.');

/** What programs do; each is one kind of those that were seen. */
const kinds: readonly ((sender: Sender, at: number, chance: Chance) => Promise<readonly string[]>)[] = [
  (sender, at, chance) => sender.send(at, 60_000, somewhere(chance), { stamp: '' }),
  (sender, at, chance) => sender.send(at, 900, somewhere(chance)),
  (sender, at, chance) => sender.send(at, 45_000, somewhere(chance), { website: 'https://spam.example' }),
  (sender, at) => sender.send(at, 40_000, '203.0.113.9'),
  (sender, at, chance) => sender.send(at, 30_000 + chance() * 60_000, somewhere(chance)), // a botnet with patience
];

async function mix(kindsAtWork: typeof kinds) {
  const chance = chanceOf(22);
  const sender = new Sender();
  const all = [...Array<'person'>(people).fill('person'), ...Array<'program'>(programs).fill('program')]
    .map((who) => ({ who, at: start + chance() * hours * 3_600_000 }))
    .sort((a, b) => a.at - b.at);
  const held = { person: 0, program: 0 };
  for (const { who, at } of all) {
    const kind = kindsAtWork[Math.floor(chance() * kindsAtWork.length)];
    const taking = 8_000 + chance() * 200_000;
    const suspicions =
      who === 'person'
        ? await sender.send(at, taking, somewhere(chance), { isHonest: true })
        : ((await kind?.(sender, at, chance)) ?? []);
    if (suspicions.length > 0) held[who] += 1;
  }
  return { people: held.person / people, programs: held.program / programs };
}

describe('ballot stuffing', () => {
  it('B-2: of programs at least 90 % are held, of people at most 2 %', async () => {
    const held = await mix(kinds);
    expect(held.programs).toBeGreaterThanOrEqual(0.9);
    expect(held.people).toBeLessThanOrEqual(0.02);
  }, 60_000);

  it('what only the stamp would notice is not enough: patient programs alone get through (the control)', async () => {
    const held = await mix(kinds.slice(4));
    expect(held.programs).toBeLessThan(0.9);
  });
});
