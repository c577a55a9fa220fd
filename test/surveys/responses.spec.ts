import { randomUUID } from 'node:crypto';
import { visitor } from '#access';
import { readStamp, type SentResponse, type Way } from '#campaigns';
import { PlatformSecret } from '#access';
import { compileInstrument, contributionOf, packContribution, tallyLayoutOf } from '#instruments';
import { Campaigns, Responses } from '#surveys';
import { campaignDocument, customerSheet, freshRooms, office, refusalOf, sentResponse } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

const world = freshRooms();
const responses = () => world.rooms.get(Responses);
const address = '192.0.2.7';

/** A form that was handed out so long ago. */
async function form(code: string, secondsAgo = 60): Promise<{ id: string; stamp: string }> {
  const { stampForm } = await import('#campaigns');
  const key = await world.rooms.get(PlatformSecret).keyFor('survey stamps');
  const id = randomUUID();
  return { id, stamp: stampForm(key, { response: id, code, at: Date.now() - 1_000 * secondsAgo }) };
}

interface Row {
  readonly standing: number;
  readonly marks: string[];
  readonly outcome: string;
  readonly seconds: number | null;
  readonly way: string;
}

const rows = () => world.rooms.sql<Row>('select standing, marks, outcome, seconds, way from responses order by id');

async function sendNew(changes: Partial<SentResponse> = {}, secondsAgo = 60, from = address) {
  const code = await world.rooms.code();
  const { id, stamp } = await form(code, secondsAgo);
  return responses().submit(visitor, { id, sent: sentResponse(code, { stamp, ...changes }), address: from });
}

describe('a response', () => {
  it('is stored once, however often it comes, also at the same moment', async () => {
    const code = await world.rooms.code();
    const { id, stamp } = await form(code);
    const sent = sentResponse(code, { stamp });
    const all = await Promise.all(Array.from({ length: 16 }, () => responses().submit(visitor, { id, sent, address })));
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    const again = await responses().submit(visitor, { id: id.toUpperCase(), sent, address });
    expect(again).toEqual({ ...all.find(({ isNew }) => !isNew), isNew: false });
    expect(await rows()).toHaveLength(1);
  });

  it('with another answer under the same id is refused, also at the same moment', async () => {
    const code = await world.rooms.code();
    const { id, stamp } = await form(code);
    const sent = sentResponse(code, { stamp });
    const other = { ...sent, sheet: customerSheet({ overall: { value: 'unhappy' }, reasons_good: undefined }) };
    const both = await Promise.allSettled(
      [sent, other].map((one) => responses().submit(visitor, { id, sent: one, address })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = both[0]?.status === 'rejected' ? sent : other;
    expect(await refusalOf(responses().submit(visitor, { id, sent: late, address }))).toMatchObject({
      code: 'response.conflict',
    });
    expect(await rows()).toHaveLength(1);
  });

  it('one poisoned fails alone', async () => {
    const code = await world.rooms.code();
    const sent = sentResponse(code);
    // NUL is refused where requests are read; here it reaches the tables, which cannot hold it.
    const poison = { ...sent, sheet: customerSheet({ comment: { value: 'a\u0000b' } }) };
    const all = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) =>
        responses().submit(visitor, { id: randomUUID(), sent: at === 11 ? poison : sent, address }),
      ),
    );
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(all[11]?.status).toBe('rejected');
    expect(await rows()).toHaveLength(29);
  });

  it('is counted by its outcome, with what it adds beside it', async () => {
    await sendNew({ sheet: customerSheet({ outcome: { value: 'refused' } }) });
    const [row] = await rows();
    expect(row).toMatchObject({ outcome: 'refused', standing: 0, way: 'link', seconds: 60 });
    const sheet = customerSheet({ outcome: { value: 'refused' } });
    const instrument = shippedInstrument('customer-happiness-1');
    const added = packContribution(contributionOf(tallyLayoutOf(instrument), compileInstrument(instrument), sheet));
    expect(await world.rooms.sql('select contribution from responses')).toEqual([{ contribution: Buffer.from(added) }]);
  });

  it.each([
    ['request.invalid', { more: 1 }],
    ['response.wayUnknown', { code: '0'.repeat(18) }],
    ['response.consentDiffers', { consent: 2 }],
    ['response.answersInvalid', { sheet: { answers: { overall: { value: 'ecstatic' }, else: { value: 1 } } } }],
    ['request.invalid', { language: 'ur' }],
  ])('is refused with %s, and nothing is stored', async (code, changes) => {
    expect(await refusalOf(sendNew(changes as Partial<SentResponse>))).toMatchObject({ code });
    expect(await rows()).toEqual([]);
  });

  it('may only name a language it is asked in, and is told which those are', async () => {
    await world.rooms.campaign(campaignDocument({ code: 'arabic', languages: ['ar'] }));
    const n = await world.rooms.place({ campaign: 'arabic', centre: 'gate' });
    for (const way of ['link', 'kiosk', 'embed'] as const) {
      const send = async (language: string) =>
        responses().submit(visitor, { id: randomUUID(), sent: sentResponse(await world.rooms.code(n, way), { language }), address }); // prettier-ignore
      expect(await refusalOf(send('en'))).toMatchObject({
        code: 'request.invalid',
        faults: [{ where: 'language', reason: 'notOneOf', value: 'en', params: { options: 'ar' } }],
      });
      expect(await send('ar')).toMatchObject({ isNew: true });
    }
  });

  it('kept by a device is in a language that the campaign has to its end: an open one changes none', async () => {
    const change = (changes: object) =>
      world.rooms.get(Campaigns).save(office, campaignDocument({ closes: '2098-01-01T00:00:00Z', ...changes }));
    expect(await refusalOf(change({ languages: ['ar'] }))).toMatchObject({ code: 'campaign.frozen' });
    const sent = sentResponse(await world.rooms.code(undefined, 'kiosk'), { language: 'en' });
    await change({});
    expect(await responses().submit(visitor, { id: randomUUID(), sent, address })).toMatchObject({ isNew: true });
  });

  describe('that comes at the wrong time', () => {
    const change = (document: object) =>
      world.rooms.sql(`update campaigns set document = document || $1::jsonb, hash = $2`, [JSON.stringify(document), randomUUID()]); // prettier-ignore
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const sentBy = async (way: Way) => {
      const sent = sentResponse(await world.rooms.code(undefined, way));
      const outcome = responses().submit(visitor, { id: randomUUID(), sent, address });
      return outcome.then(({ isNew }) => isNew, ({ code }: { code: string }) => code); // prettier-ignore
    };

    it('is too early before the campaign', async () => {
      await change({ opens: '2090-01-01T00:00:00Z', closes: '2091-01-01T00:00:00Z' });
      expect([await sentBy('link'), await sentBy('kiosk')]).toEqual(['campaign.notYetOpen', 'campaign.notYetOpen']);
      expect(await rows()).toEqual([]);
    });

    it.each([
      [6.9, true],
      [7.1, 'campaign.over'],
    ])('is too late %f days after it, but for what a kiosk kept for a week', async (days, ofKiosk) => {
      await change({ opens: '2020-01-01T00:00:00Z', closes: daysAgo(days) });
      expect([await sentBy('link'), await sentBy('kiosk')]).toEqual(['campaign.over', ofKiosk]);
      expect(await rows()).toHaveLength(ofKiosk === true ? 1 : 0);
    });

    it('is too late once it was closed by hand', async () => {
      await world.rooms.sql('update campaigns set state = $1', ['closed']);
      expect([await sentBy('link'), await sentBy('kiosk')]).toEqual(['campaign.over', 'campaign.over']);
    });
  });

  it('an interview needs a tablet, and a personal link its own way', async () => {
    for (const [way, code] of [
      ['interviewer', 'access.notAllowed'],
      ['personal', 'response.wayUnknown'],
      ['import', 'response.wayUnknown'],
    ] as const) {
      const sent = sentResponse(await world.rooms.code(undefined, way));
      expect(await refusalOf(responses().submit(office, { id: randomUUID(), sent, address }))).toMatchObject({ code });
    }
  });
});

describe('what nobody gave', () => {
  it.each([
    ['a form that was never handed out', { stamp: '' }, 60, ['noStamp']],
    ['a form of another answer', { stamp: 'a.b.c.d' }, 60, ['noStamp']],
    ['faster than anybody reads', {}, 1, ['tooSoon']],
    ['a field that people do not see', { website: 'https://spam.example' }, 60, ['honeypot']],
  ])('%s: is held with its reason, and kept', async (_, changes, secondsAgo, marks) => {
    await sendNew(changes, secondsAgo);
    const [row] = await rows();
    expect([row?.standing, row?.marks.slice(0, marks.length)]).toEqual([1, marks]);
  });

  it('a form of a server whose clock is ahead: took no time, never less', async () => {
    await sendNew({}, -30);
    expect((await rows())[0]).toMatchObject({ standing: 1, marks: ['tooSoon', 'tooFast'], seconds: 0 });
  });

  it('more from one network than the campaign takes is held; others are not touched', async () => {
    for (let at = 0; at < 61; at++) await sendNew({}, 60, `192.0.2.${at}`);
    await sendNew({}, 60, '198.51.100.1');
    const held = (await rows()).filter(({ standing }) => standing === 1);
    expect(held.map(({ marks }) => marks)).toEqual([['network']]);
  });

  it('more about one place than the campaign takes is held; what was held anyway does not count for that', async () => {
    await world.rooms.campaign(campaignDocument({ code: 'few', guard: { perPlace: 5 } }));
    const n = await world.rooms.place({ campaign: 'few', centre: 'gate' });
    const send = async (way: Way) =>
      responses().submit(visitor, { id: randomUUID(), sent: sentResponse(await world.rooms.code(n, way)), address });
    for (let at = 0; at < 20; at++) await send('link');
    for (let at = 0; at < 7; at++) await send('kiosk');
    const found = await world.rooms.sql(
      `select way, standing, 'burst' = any(marks) as burst, count(*)::int as n from responses group by 1, 2, 3 order by 1, 2`,
    );
    expect(found).toEqual([
      { way: 'kiosk', standing: 0, burst: false, n: 5 },
      { way: 'kiosk', standing: 1, burst: true, n: 2 },
      { way: 'link', standing: 1, burst: false, n: 20 },
    ]);
  });

  it('a stamp is for its own answer alone', async () => {
    const code = await world.rooms.code();
    const stamp = await responses().newForm(code);
    const key = await world.rooms.get(PlatformSecret).keyFor('survey stamps');
    expect(readStamp(key, stamp)?.code).toBe(code);
    await responses().submit(visitor, { id: randomUUID(), sent: sentResponse(code, { stamp }), address });
    expect((await rows())[0]).toMatchObject({ standing: 1, marks: expect.arrayContaining(['noStamp']) });
  });

  it('nothing of an address is in the tables', async () => {
    await sendNew({}, 60, '203.0.113.77');
    const everything = await world.rooms.sql<{ all: string }>('select responses::text as all from responses');
    expect(JSON.stringify(everything)).not.toContain('203.0.113');
  });
});

describe('careless answers', () => {
  it('count, and are marked', async () => {
    const text = 'The same long comment, word for word, about the counter.';
    await sendNew({ sheet: customerSheet({ comment: { value: text } }) });
    await sendNew({ sheet: customerSheet({ comment: { value: `  ${text} ` } }) });
    await sendNew({}, 5);
    const found = (await rows()).map(({ standing, marks }) => [standing, ...marks]);
    expect(found.sort()).toEqual([[0], [0, 'identicalText'], [0, 'tooFast']]);
  });
});
