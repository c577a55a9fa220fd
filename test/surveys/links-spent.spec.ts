import { randomUUID } from 'node:crypto';
import { AnonymousAnswers, Invitations, OpenCampaigns, PersonalLinks, Responses } from '#surveys';
import { inviteStaff, openStaff, staffSheet } from './inviting.js';
import { customerSheet, freshRooms, office, sentResponse } from './survey-rooms.js';

/** So many links, each tried eight times at once with other answers; ten thousand in the drill of the same name. */
const links = Number(process.env['SPENT_LINKS'] ?? 40);
const tries = 8;
/** People at a time: more would wait for connections longer than the platform lets anybody wait. */
const atOnce = 10;

const world = freshRooms();
const count = async (what: string) => (await world.rooms.sql<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n; // prettier-ignore

/** Tries each of some links eight times at once. @returns how many tries were taken, and as what the others were refused */
async function spend(tokens: readonly string[], one: (token: string, nth: number) => Promise<unknown>) {
  let taken = 0;
  const refusals = new Set<string>();
  for (let at = 0; at < tokens.length; at += atOnce) {
    const all = tokens
      .slice(at, at + atOnce)
      .flatMap((token) => Array.from({ length: tries }, (_, nth) => one(token, nth)));
    for (const outcome of await Promise.allSettled(all)) {
      if (outcome.status === 'fulfilled') taken += 1;
      else refusals.add((outcome.reason as { code?: string }).code ?? String(outcome.reason));
    }
  }
  return { taken, refusals: [...refusals] };
}

describe(`of ${links.toLocaleString('en-GB')} links, each tried ${tries} times at once with other answers, each is spent once`, () => {
  it('by customers', async () => {
    const campaign = await world.rooms.campaign();
    const tokens: string[] = [];
    for (let from = 0; from < links; from += 500) {
      const rows = Array.from({ length: Math.min(500, links - from) }, (_, at) => ({ agency: 'WORKS', centre: 'gate', reference: `T-${from + at}` })); // prettier-ignore
      const { links: handed } = await world.rooms.get(Invitations).add(office, campaign, rows);
      tokens.push(...handed.map(({ link }) => new URL(link).pathname.replace('/a/', '')));
    }
    const choices = ['very_happy', 'happy'];
    const told = await spend(tokens, async (token, nth) => {
      const { id, place: n } = await world.rooms.get(PersonalLinks).invitationOf(token);
      const place = await world.rooms.get(OpenCampaigns).place(n);
      if (!place) throw new Error('The campaign does not ask there');
      const sheet = customerSheet({ overall: { value: choices[nth % 2] } });
      const sent = sentResponse(await world.rooms.code(n, 'personal'), { sheet });
      return world.rooms.get(Responses).submitInvited({ id, place }, { id: randomUUID(), sent, address: '192.0.2.7' });
    });
    expect(told).toEqual({ taken: links, refusals: ['invitation.used'] });
    expect(await count('responses')).toBe(links);
    expect(await count('survey_invitations where response_id is not null')).toBe(links);
  });

  it('by employees', async () => {
    await openStaff(world.rooms);
    const tokens: string[] = [];
    for (let from = 0; from < links; from += 500) {
      const agency = (from / 500) % 2 ? 'HEALTH' : 'WORKS';
      const staff = await inviteStaff(world.rooms, Math.min(500, links - from), { agency }, from);
      tokens.push(...staff.map(({ token }) => token));
    }
    const told = await spend(tokens, (token, nth) =>
      world.rooms.get(AnonymousAnswers).submit({ token, sheet: staffSheet(`${nth}`), consent: 1 }),
    );
    expect(told).toEqual({ taken: links, refusals: ['invitation.used'] });
    expect(await count('sealed_answers')).toBe(links);
  });
});
