import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '#access';
import { DatabaseModule } from '#database';
import { ResultsModule, Stars } from '#results';
import { AppealDecisions, Appeals, Reviews, ShopperAgreement } from '#visits';
import { randomUUID } from 'node:crypto';
import { approved, released } from './reviewing.js';
import { photo, photoOf, shopperOn } from './submitting.js';
import { refusalOf, sheet, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let results: INestApplicationContext;
let noor: Actor;
let rania: Actor;
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  await rooms.sql(withScheme);
  noor = await shopperOn(rooms, 'noor');
  rania = await rooms.actor('rania');
  results = await NestFactory.createApplicationContext(
    { module: class Results {}, imports: [DatabaseModule.at(rooms.url), ResultsModule] },
    { logger: ['error'] },
  );
});
afterEach(async () => {
  await results.close();
  await rooms.close();
});

const said = (code: string) => ({ ar: code, en: code });
const criterion = {
  code: 'wait',
  title: said('wait'),
  weight: 1,
  feed: { by: 'items', instrument: 'small_visit', items: ['wait'] },
};
const scheme = {
  schema: 'nujoom.scheme/1',
  code: 'visited',
  version: 1,
  title: said('visited'),
  status: 'illustrative',
  channelTypes: ['centre', 'smart'].map((code) => ({ code, title: said(code) })),
  levels: ['low', 'high'].map((code, at) => ({ code, title: said(code), score: 100 * at })),
  components: [{ code: 'shoppers', title: said('shoppers'), weight: 1, of: { by: 'instrument', instrument: 'small_visit' } }, { code: 'rest', title: said('rest'), weight: 1, of: 'pillars' }], // prettier-ignore
  pillars: [{ code: 'service', title: said('service'), weight: 1, elements: [{ code: 'delivery', title: said('delivery'), weight: 1, criteria: [criterion] }] }], // prettier-ignore
  stars: { by: 'bands', bands: [{ star: 2, from: 40 }, { star: 5, from: 80 }] }, // prettier-ignore
};
const withScheme = `
  with kept as (
    insert into method_versions (id, kind, code, version, hash, document, published_at)
    values (gen_random_uuid(), 'scheme', 'visited', 1, repeat('0', 64), '${JSON.stringify(scheme)}', now()) returning id
  )
  insert into cycle_schemes (cycle_id, scheme_id) select cycles.id, kept.id from cycles, kept where key = '2026';`;

const figure = async () => {
  const { judgement } = await results.get(Stars).centre('2026', 'gate');
  return judgement.components.find(({ code }) => code === 'shoppers');
};

describe('the figure of a centre', () => {
  it('has a visit in it from its approval on, and no more when it is reopened', async () => {
    expect(await figure()).toMatchObject({ score: null });
    const { visit } = await approved(rooms, noor, rania);
    const one = await figure();
    expect(one).toMatchObject({ n: 1, score: expect.any(Number) });
    await approved(rooms, noor, rania, { sheet: sheet({ wait: { value: 60 } }) });
    const two = await figure();
    expect(two?.n).toBe(2);
    expect(two?.score).toBeLessThan(one?.score ?? 0);
    await rooms.get(Reviews).reopen(rania, visit, 'Once more.');
    expect((await figure())?.n).toBe(1);
  });

  it('adds what was imported and what was visited', async () => {
    await approved(rooms, noor, rania);
    const visited = await figure();
    await rooms.sql('insert into sheet_tallies select * from visit_tallies');
    expect(await figure()).toMatchObject({ n: 2, score: visited?.score });
    const [form] = await results.get(Stars).answers('2026', 'gate');
    expect(form).toMatchObject({ filled: 2, visits: [{ corrected: false }] });
  });

  it('moves with an appeal', async () => {
    const [works, sami] = [await rooms.actor('works'), await rooms.actor('sami')];
    const { visit } = await released(rooms, noor, rania, { sheet: sheet({ wait: { value: 60 } }) });
    const before = (await figure())?.score ?? 100;
    const appeal = randomUUID();
    await rooms
      .get(Appeals)
      .appeal(works, visit, appeal, { item: 'answers.wait', statement: 'It was 6.', evidence: [] });
    const answer = { decision: 'amended', answer: { value: 4 }, reason: 'It was.' };
    const { centre } = await rooms.get(AppealDecisions).effect(appeal, { decision: 'amended', answer: { value: 4 } });
    await rooms.get(AppealDecisions).decide(sami, appeal, answer);
    const after = (await figure())?.score ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(centre).toEqual({ before: { mean: before, n: 1 }, after: { mean: after, n: 1 } });
  });

  it('leads down to each visit, its answers and photos, and never to who made it', async () => {
    const hash = await photoOf(rooms, noor, 'the hall');
    const remark = { value: 'Noor was here and wrote this.' };
    const { visit } = await approved(rooms, noor, rania, { photos: [photo(hash)], sheet: sheet({ remark, greeting: { value: 'no', comment: 'Nobody looked up at me.' } }) }); // prettier-ignore
    const [form] = await results.get(Stars).answers('2026', 'gate');
    expect(form?.visits).toEqual([
      {
        id: visit,
        wave: 'autumn',
        dueFrom: '2026-06-29',
        dueTo: '2099-12-27',
        corrected: false,
        photos: [hash],
        score: expect.closeTo((await figure())?.score ?? 0, 5),
        sheet: { answers: { ...sheet().answers, greeting: { value: 'no' } } },
      },
    ]);
    expect(JSON.stringify(form)).not.toMatch(/noor|looked up/i);
    expect((await refusalOf(results.get(Stars).answers('2026', 'nowhere'))).code).toBe('centre.unknown');
  });
});

describe('the agreement of shoppers', () => {
  it('compares the two of each double visit that counts, and says how mild each is', async () => {
    const omar = await shopperOn(rooms, 'omar');
    for (const [at, agree] of [true, true, true, false].entries()) {
      const pairId = randomUUID();
      const wait = 5 + 3 * at;
      await approved(
        rooms,
        noor,
        rania,
        { sheet: sheet({ wait: { value: wait }, signs: { value: at % 2 ? 'yes' : 'no' } }) },
        { pairId },
      );
      await approved(rooms, omar, rania, { sheet: sheet({ wait: { value: wait }, signs: { value: at % 2 === (agree ? 1 : 0) ? 'yes' : 'no' } }) }, { pairId }); // prettier-ignore
    }
    await approved(rooms, noor, rania, {}, { pairId: randomUUID() });
    const alone = { pairId: randomUUID() }; // both halves to one shopper: an exception
    for (const wait of [1, 20]) await approved(rooms, noor, rania, { sheet: sheet({ wait: { value: wait } }) }, alone);
    const { instruments, shoppers } = await rooms.get(ShopperAgreement).of('2026');
    expect(instruments).toMatchObject([{ instrument: { code: 'small_visit', version: 1 }, pairs: 4 }]);
    const item = (code: string) => instruments[0]?.items.find((one) => one.item === code);
    expect(item('signs')).toMatchObject({ n: 4, agreed: 0.75, kappa: 0.5 });
    expect(item('wait')?.alpha).toBe(1);
    expect(shoppers.map(({ shopper, n }) => [shopper, n]).sort()).toEqual([['noor', 7], ['omar', 4]]); // prettier-ignore
  });
});
