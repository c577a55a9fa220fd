import type { INestApplicationContext } from '@nestjs/common';
import { Ajv } from 'ajv';
import { Client } from 'pg';
import { figuresSchema, type CycleFigures, type StudyFigures } from '#figures';
import { tallyLayoutOf, type SummedKey } from '#instruments';
import { Figures } from '#results';
import { smallGroupIn, type BasicCell, type CellCodes } from '#statistics';
import { SurveyResults } from '#surveys';
import { alWaha } from '../stars/al-waha.js';
import { shippedInstrument } from './survey-world.js';

const layout = tallyLayoutOf(shippedInstrument('employee-happiness-1'));
const dimensions = [{ name: 'agency' }];
const least = 10;
/** Too few of Al Waha answered here, and here so few that it would tell of them. */
const withheld = ['CO', 'SO'];

let rooms: INestApplicationContext;
let url: string;
beforeAll(async () => {
  ({ rooms, url } = await alWaha());
}, 120_000);
afterAll(() => rooms.close());

const studiesIn = (figures: CycleFigures): ReadonlyMap<string, StudyFigures> =>
  new Map(
    figures.agencies.flatMap(({ agency, studies }) =>
      studies.flatMap((one) => (one.study === 'employee-happiness' ? [[agency.code, one] as const] : [])),
    ),
  );
const figuresOf = async (cycle: string) => (await rooms.get(Figures).of(cycle)).figures;

describe('the scorecards of both cycles of Al Waha', () => {
  it('have what employees answered, like for like, also of the agency that was renamed', async () => {
    const figures = await figuresOf('2025-26');
    expect(new Ajv({ strict: false }).validate(figuresSchema, JSON.parse(JSON.stringify(figures)))).toBe(true);
    const study = studiesIn(figures).get('HR');
    expect(study).toMatchObject({
      cohort: 'renamed',
      survey: { counted: 41, held: 0, excluded: 0, least },
      dropped: [],
    });
    expect(study?.headline).toMatchObject({ measure: 'employee_happiness', now: { n: 31 }, before: { n: 30 } });
    expect(study?.headline?.change).toMatchObject({ verdict: 'improved', commonShare: 1 });
    expect(study?.parts).toEqual([]);
  });

  it('have nothing of an agency that is withheld: no score, no number, no place among the others', async () => {
    for (const cycle of ['2024-25', '2025-26']) {
      const studies = studiesIn(await figuresOf(cycle));
      const silent = [...studies].filter(([, { headline }]) => headline?.now.value === null).map(([code]) => code);
      expect(silent).toEqual(withheld);
      for (const code of withheld) {
        const study = studies.get(code);
        expect(study?.survey).toMatchObject({ counted: null, held: 0, excluded: 0 });
        for (const { now, before, change, position, lead } of study?.measures ?? []) {
          for (const figure of before ? [now, before] : [now]) {
            expect(figure).toMatchObject({ value: null, n: null, interval: null, whyNoInterval: 'protected' });
          }
          expect([change.points, change.p, change.detectable, position, lead]).toEqual([null, null, null, null, null]);
        }
      }
    }
    const { programme } = await figuresOf('2025-26');
    const summary = programme.find(({ study }) => study === 'employee-happiness');
    expect([summary?.agencies, summary?.measures[0]?.now?.agencies]).toEqual([12, 10]);
  });

  it('give an attacker no group of fewer than ten: not their numbers, means and counts of both cycles, with all results', async () => {
    const [before, now] = [await printedIn('2024-25'), await printedIn('2025-26')];
    for (const key of ['responses', ...layout.summed.filter((one) => now.cells(one).length > 0)] as const) {
      const earlier = { basic: before.basic(key), published: before.cells(key), answers: 'new' as const };
      expect([key, smallGroupIn({ dimensions, basic: now.basic(key), least, earlier }, now.cells(key))]).toEqual([key, null]); // prettier-ignore
      expect([key, smallGroupIn({ dimensions, basic: before.basic(key), least }, before.cells(key))]).toEqual([key, null]); // prettier-ignore
    }
    // The same attacker with the one number more.
    const more = [...now.cells('responses'), { agency: 'CO' }];
    expect(smallGroupIn({ dimensions, basic: now.basic('responses'), least }, more)).toMatchObject({ people: 7 });
  });
});

/** Whatever is told of employees in a cycle, by figures or as results of the campaign, and what was counted in truth. */
async function printedIn(cycle: string) {
  const studies = studiesIn(await figuresOf(cycle));
  const { groups } = await rooms.get(SurveyResults).results(`al_waha_employees_${cycle.replace('-', '_')}`);
  const counted = await tallied(cycle);
  const keyOf = (measure: string): SummedKey => {
    const code = measure.split('.')[1];
    if (code === undefined) return 'overall';
    return layout.placeOf.has(`dimension:${code}`) ? `dimension:${code}` : `item:${code}`;
  };
  return {
    cells: (key: SummedKey | 'responses'): CellCodes[] => [
      ...groups.flatMap(({ codes, n, scores }) =>
        (key === 'responses' ? n !== null : scores.some((one) => one.key === key && one.estimate))
          ? [named(codes)]
          : [],
      ),
      ...[...studies].flatMap(([agency, { survey, measures }]) => {
        const isTold = measures.some(({ measure, now }) => keyOf(measure) === key && (now.value ?? now.n) !== null);
        return (key === 'responses' ? survey?.counted != null : isTold) ? [named({ agency })] : [];
      }),
    ],
    basic: (key: SummedKey | 'responses'): BasicCell[] =>
      counted.map(({ agency, responses, sums }) => {
        const count = key === 'responses' ? responses : Number(sums[3 * (layout.placeOf.get(key) ?? 0)]);
        return { codes: named({ agency }), count };
      }),
  };
}

/** The agency that was renamed is the same people. */
const named = ({ agency }: { readonly agency?: string }): CellCodes =>
  agency === undefined ? {} : { agency: agency === 'LB' ? 'HR' : agency };

async function tallied(cycle: string): Promise<{ agency: string; responses: number; sums: string[] }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ agency: string; responses: number; sums: string[] }>(
      `select agencies.code as agency, responses, sums::text[] as sums from survey_tallies join survey_places on n = place_n
         join campaigns on campaigns.id = campaign_id join cycles on cycles.id = campaigns.cycle_id
         join agencies on agencies.id = survey_places.agency_id
       where study = 'employee-happiness' and key = $1`,
      [cycle],
    );
    return rows;
  } finally {
    await client.end();
  }
}
