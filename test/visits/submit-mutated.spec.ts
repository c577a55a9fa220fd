import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Actor } from '#access';
import { contentHash } from '#documents';
import { compileInstrument, readInstrument, type CompiledInstrument, type Item } from '#instruments';
import { Submissions } from '#visits';
import { filledSheet } from '../../bench/filled-sheet.js';
import { photo, photoOf, shopperOn } from './submitting.js';
import { sentVisit, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
let noor: Actor;
let form: CompiledInstrument;
let hash: string;
let visit: string;
beforeAll(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
  noor = await shopperOn(rooms, 'noor');
  hash = await photoOf(rooms, noor, 'the photo of everything');
  form = await shipped();
  visit = await plannedWithForm();
});
afterAll(() => rooms.close());

async function plannedWithForm(): Promise<string> {
  const id = await rooms.visit({ shopper: 'noor' });
  await rooms.sql(
    `update visits set instrument_id = (select id from method_versions where code = 'service_centre_visit') where id = $1`,
    [id],
  );
  return id;
}

async function shipped(): Promise<CompiledInstrument> {
  const file = join(import.meta.dirname, '../../methods/instruments/service-centre-visit-2.json');
  const { instrument } = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!instrument) throw new Error('The shipped form cannot be read');
  await rooms.sql(
    `insert into method_versions (id, kind, code, version, hash, document, published_at) values (gen_random_uuid(), 'instrument', $1, $2, $3, $4, now())`,
    [instrument.code, instrument.version, contentHash(instrument), JSON.stringify(instrument)],
  );
  return compileInstrument(instrument);
}

type Draft = Record<string, Record<string, unknown>>;

/** A good report of the 94 items, about whichever visit; `variant` 0 has bad answers too, with comments and photos. */
function good(variant: number, about = visit) {
  const { answers } = filledSheet(form, variant === 0 ? {} : { variant, photo: hash });
  const instrument = { code: form.instrument.code, version: form.instrument.version };
  return {
    ...sentVisit(about),
    instrument,
    photos: [photo(hash)],
    sheet: { answers: structuredClone(answers) as Draft },
  };
}

type Sent = ReturnType<typeof good> & { sheet: { answers: Draft; repeats?: unknown } };

const items = () => form.sections.flatMap(({ section }) => section.items);
const answered = (sent: Sent, wanted: (item: Item) => boolean = () => true) =>
  items().filter((item) => sent.sheet.answers[item.code] !== undefined && wanted(item));
const put = (sent: Sent, code: string, given: unknown) => void (sent.sheet.answers[code] = given as Draft[string]);
const isChosen = ({ type }: Item) => type === 'yesNo' || type === 'scale' || type === 'choice';

/** Ways to spoil a good report: each makes it one that nobody may store. False: there is nothing of the kind to spoil. */
const spoilers: Readonly<Record<string, (sent: Sent, at: number) => boolean>> = {
  'leaves out what is required': (sent, at) => {
    const item = pick(
      answered(sent, ({ required }) => required),
      at,
    );
    if (!item) return false;
    delete sent.sheet.answers[item.code];
    return true;
  },
  'answers an unknown item': (sent) => spoilt(() => put(sent, 'unheard_of', { value: 'yes' })),
  'chooses what is no option': (sent, at) => at1(sent, isChosen, at, (code) => put(sent, code, { value: 'perhaps' })),
  'chooses by another type': (sent, at) => at1(sent, isChosen, at, (code) => put(sent, code, { value: at })),
  'writes where a number is due': (sent, at) => at1(sent, ({ type }) => type === 'number', at, (code) => put(sent, code, { value: '3' })), // prettier-ignore
  'counts out of range': (sent, at) => at1(sent, ({ type }) => type === 'number', at, (code) => put(sent, code, { value: -1 })), // prettier-ignore
  'ends before it starts': (sent, at) =>
    at1(
      sent,
      ({ type }) => type === 'timePair',
      at,
      (code) => put(sent, code, { value: { from: '2026-11-23T09:30:00Z', to: '2026-11-23T09:00:00Z' } }),
    ),
  'says both that it is so and that it does not apply': (sent, at) =>
    at1(
      sent,
      ({ notApplicable }) => notApplicable !== undefined,
      at,
      (code, item) =>
        put(sent, code, { ...sent.sheet.answers[code], notApplicable: item.notApplicable?.reasons[0]?.code }),
    ),
  'says for an unknown reason that it does not apply': (sent, at) => at1(sent, isChosen, at, (code) => put(sent, code, { notApplicable: 'no_wish' })), // prettier-ignore
  'adds a field': (sent, at) =>
    at1(
      sent,
      () => true,
      at,
      (code) => put(sent, code, { ...sent.sheet.answers[code], score: 100 }),
    ),
  'is no object': (sent, at) =>
    at1(
      sent,
      () => true,
      at,
      (code) => put(sent, code, 'yes'),
    ),
  'shows a photo that is not among those of the visit': (sent, at) =>
    at1(
      sent,
      ({ evidence }) => evidence !== undefined,
      at,
      (code) => put(sent, code, { ...sent.sheet.answers[code], evidence: ['f'.repeat(64)] }),
    ),
  'has no comment where one is needed': (sent, at) =>
    at1(
      sent,
      ({ code }) => sent.sheet.answers[code]?.['comment'] !== undefined,
      at,
      (code) => {
        Reflect.deleteProperty(sent.sheet.answers[code] ?? {}, 'comment');
      },
    ),
  'has no photo where one is needed': (sent, at) =>
    at1(
      sent,
      ({ code, evidence }) => evidence?.rule === 'required' && sent.sheet.answers[code]?.['evidence'] !== undefined,
      at,
      (code) => {
        Reflect.deleteProperty(sent.sheet.answers[code] ?? {}, 'evidence');
      },
    ),
  'answers what is not asked': (sent, at) => {
    const item = pick(
      items().filter(({ code, type }) => sent.sheet.answers[code] === undefined && type === 'yesNo'),
      at,
    );
    return item !== undefined && spoilt(() => put(sent, item.code, { value: 'yes' }));
  },
  'is of another version': (sent) => spoilt(() => Object.assign(sent.instrument, { version: 1 })),
  'is of another instrument': (sent) => spoilt(() => Object.assign(sent, { instrument: { code: 'small_visit', version: 1 } })), // prettier-ignore
  'has a field too many': (sent) => spoilt(() => Object.assign(sent, { score: 100 })),
  'has no start': (sent) => spoilt(() => Reflect.deleteProperty(sent, 'startedAt')),
  'has a sheet that is none': (sent, at) => spoilt(() => Object.assign(sent, { sheet: [null, 'x', [], 7][at % 4] })),
  'repeats what does not': (sent) => spoilt(() => Object.assign(sent.sheet, { repeats: { counter: [{}] } })),
};

function pick<T>(all: readonly T[], at: number): T | undefined {
  return all[at % Math.max(1, all.length)];
}

function spoilt(spoil: () => unknown): true {
  spoil();
  return true;
}

function at1(
  sent: Sent,
  wanted: (item: Item) => boolean,
  at: number,
  spoil: (code: string, item: Item) => void,
): boolean {
  const item = pick(answered(sent, wanted), at);
  if (item) spoil(item.code, item);
  return item !== undefined;
}

const submit = (document: unknown) =>
  rooms.get(Submissions).submit(noor, randomUUID(), JSON.parse(JSON.stringify(document)) as unknown);

describe('a report that somebody spoilt', () => {
  it('is never stored, in whatever way: S-4', async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(spoilers)),
        fc.nat({ max: 400 }),
        fc.nat({ max: 3 }),
        async (way, at, variant) => {
          const sent: Sent = good(variant);
          if (!spoilers[way]?.(sent, at)) return;
          tried.set(way, (tried.get(way) ?? 0) + 1);
          const problem = await submit(sent).then(
            () => 'stored',
            ({ code }: { code: string }) => code,
          );
          expect([way, problem]).toEqual([
            way,
            expect.stringMatching(/^(request\.invalid|visit\.(answersInvalid|instrumentDiffers))$/),
          ]);
        },
      ),
      { numRuns: 400 },
    );
    expect([...tried.keys()].sort()).toEqual(Object.keys(spoilers).sort());
    expect(await rooms.sql('select from visit_reports')).toEqual([]);
  }, 60_000);

  it('is stored when nobody did', async () => {
    for (let variant = 0; variant < 12; variant += 1) {
      const about = await plannedWithForm();
      expect((await submit(good(variant, about))).isNew).toBe(true);
    }
  });
});
