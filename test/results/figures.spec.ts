import { Ajv2020 } from 'ajv/dist/2020.js';
import { figuresSchema } from '#figures';
import { importPeopleSurvey, importSatisfaction } from '../platform/demonstration.js';
import { countsTable, freshRooms, present, scores, scoresTable } from './results-rooms.js';

const held = freshRooms();
const [measure] = scores.measures;

/** n answers in a period, so many of them 100 and the others 0. */
const row = (agency: string, period: string, best: number, n: number, service = 'x') => [
  agency,
  service,
  period,
  n - best,
  0,
  0,
  0,
  best,
];

describe('a figure that is not there', () => {
  it('is null and never 0: a first cycle has nothing before it and no change', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 0, B: '', C: 50 }));
    const { previous, programme } = await rooms.figures('2024');
    expect(previous).toBeNull();
    expect(programme[0]?.measures[0]).toMatchObject({ before: null, change: null });
    expect(await rooms.headline('2024', 'A')).toMatchObject({ now: { value: 0 }, before: null });
    expect((await rooms.headline('2024', 'A')).change).toEqual({
      points: null,
      relative: null,
      interval: null,
      p: null,
      adjustedP: null,
      detectable: null,
      verdict: 'notCompared',
      why: 'noPreviousCycle',
      asShown: null,
      commonShare: null,
    });
    expect(await rooms.headline('2024', 'B')).toMatchObject({ now: { value: null }, lead: null, position: null });
  });

  it('counts for no median: two agencies with a value have none', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 40, B: '', C: 50 }));
    expect(await rooms.headline('2024', 'A')).toMatchObject({ median: null, lead: null, position: null });
    expect((await rooms.agency('2024', 'A')).gaps).toEqual([]);
  });

  it('leaves the cycle before that as the previous one: a gap of years is bridged', async () => {
    const { rooms } = held;
    await rooms.importResults('2019', scoresTable({ A: 40 }));
    await rooms.importResults('2024', scoresTable({ A: 41 }));
    await rooms.importResults('2023-24', scoresTable({ A: 99 }));
    expect((await rooms.figures('2024')).previous?.key).toBe('2019');
    expect((await rooms.headline('2024', 'A')).change).toMatchObject({ points: 1, why: 'sourceGivesNoCounts' });
  });

  it('is told apart: no value now, or none before', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 40, B: '', C: 0 }));
    await rooms.importResults('2024', scoresTable({ A: '', B: 40, C: 5 }));
    const whyOf = async (code: string) => (await rooms.headline('2024', code)).change.why;
    expect([await whyOf('A'), await whyOf('B')]).toEqual(['noValueNow', 'noPreviousValue']);
    expect((await rooms.headline('2024', 'C')).change).toMatchObject({ points: 5, relative: null });
  });

  it('leaves a measure without data out of the programme, and an agency with one measure in it', async () => {
    const { rooms } = held;
    const second = { ...measure, code: 'second', column: 'second', kind: 'measure' };
    const third = { ...measure, code: 'third', column: 'third', kind: 'measure' };
    const mapping = { ...scores, measures: [measure, second, third] };
    await rooms.importResults('2024', 'agency,score,second,third\nA,60,,\nB,,70,\nC,50,60,\nD,40,50,\n', mapping);
    const { programme, agencies } = await rooms.figures('2024');
    expect(programme[0]?.measures.map(({ measure, now }) => [measure, now?.agencies])).toEqual([
      ['score', 3],
      ['second', 3],
    ]);
    expect(agencies[1]?.studies[0]?.headline?.now.value).toBeNull();
    expect(agencies[1]?.strengths.map(({ measure }) => measure)).toEqual(['second']);
  });

  it('says which measures are no longer taken, and leaves later ones out of earlier cycles', async () => {
    const { rooms } = held;
    const mapping = { ...scores, measures: [measure, { ...measure, code: 'old', column: 'old', kind: 'measure' }] };
    await rooms.importResults('2023', 'agency,score,old\nA,60,70\nB,60,\n', mapping);
    const first = JSON.stringify(await rooms.figures('2023'));
    const later = { ...scores, measures: [measure, { ...measure, code: 'later', column: 'later', kind: 'measure' }] };
    await rooms.importResults('2024', 'agency,score,later\nA,61,71\nB,61,71\n', later);
    expect((await rooms.study('2024', 'A')).dropped).toEqual(['old']);
    expect((await rooms.study('2024', 'B')).dropped).toEqual([]);
    expect((await rooms.figures('2024')).measures.map(({ code }) => code)).toEqual(['score', 'old', 'later']);
    expect(JSON.stringify(await rooms.figures('2023'))).toBe(first);
  });
});

describe('a measure of which less is better', () => {
  const lower = { ...scores, measures: [{ ...measure, polarity: 'lower' }] };
  const table = scoresTable({ A: 10, B: 20, C: 30, D: 40, E: 50 });

  it('puts the lowest in the top quarter and first, and calls it a strength', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', table, lower);
    const positions = (await rooms.figures('2024')).agencies.map(({ studies }) => {
      const { lead, position } = present(studies[0]?.headline);
      return [position?.rank, position?.quarter, lead];
    });
    expect(positions).toEqual([
      [1, 'top', 20],
      [2, 'top', 10],
      [3, 'second', 0],
      [4, 'third', -10],
      [5, 'bottom', -20],
    ]);
    expect((await rooms.agency('2024', 'A')).strengths).toMatchObject([{ value: 10, median: 30, lead: 20 }]);
    expect((await rooms.agency('2024', 'E')).gaps).toMatchObject([{ lead: -20 }]);
    expect((await rooms.agency('2024', 'C')).strengths).toEqual([]);
  });

  it('counts a fall as a move to the better side', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', table, lower);
    await rooms.importResults('2024', scoresTable({ A: 9, B: 19, C: 30, D: 45, E: 50 }), lower);
    expect((await rooms.figures('2024')).programme[0]?.measures[0]?.change).toMatchObject({
      comparable: 5,
      better: 2,
      same: 2,
      worse: 1,
      verdicts: { cannotTell: 5, improved: 0, declined: 0 },
    });
  });
});

describe('ranks', () => {
  it('are shared by equals, and the next is skipped', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 80, B: 70, C: 70, D: 60, E: 70.5 }));
    const positions = (await rooms.figures('2024')).agencies.map(({ studies }) => studies[0]?.headline?.position);
    expect(positions.map((position) => [position?.rank, position?.tiedWith, position?.of])).toEqual([
      [1, 0, 5],
      [3, 1, 5],
      [3, 1, 5],
      [5, 0, 5],
      [2, 0, 5],
    ]);
    expect(positions.map((position) => position?.rankInterval)).toEqual([null, null, null, null, null]);
  });

  it('are given to nobody where all are equal', async () => {
    await held.rooms.importResults('2024', scoresTable({ A: 80, B: 80, C: 80 }));
    expect(await held.rooms.headline('2024', 'A')).toMatchObject({ median: 80, lead: 0, position: null });
  });

  it('have intervals where the source gives counts: neighbours may change places, those far apart may not', async () => {
    const rows = [row('A', '2024', 90, 100), row('B', '2024', 88, 100), row('C', '2024', 40, 100)];
    await held.rooms.importCounts('year', countsTable(...rows));
    const intervals = (await held.rooms.figures('2024')).agencies.map(
      ({ studies }) => studies[0]?.headline?.position?.rankInterval,
    );
    expect(intervals).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
    ]);
  });

  it('take the error from the answers, not from an interval that the end of the scale cuts', async () => {
    // A: 9 of 10 at 100, mean 90, error 10, its interval cut at 100. B: mean 72, error 0.5, 18 below: 1.80 errors.
    const rows = [row('A', '2024', 9, 10), row('B', '2024', 5760, 8000), row('C', '2024', 1, 1000)];
    await held.rooms.importCounts('year', countsTable(...rows));
    const intervals = (await held.rooms.figures('2024')).agencies.map(
      ({ studies }) => studies[0]?.headline?.position?.rankInterval,
    );
    expect(intervals).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 2 },
      { best: 3, worst: 3 },
    ]);
  });
});

describe('a verdict', () => {
  it('of one agency follows its own p', async () => {
    await held.rooms.importCounts('year', countsTable(row('A', '2023', 100, 200), row('A', '2024', 122, 200)));
    const { change } = await held.rooms.headline('2024', 'A');
    expect(change.p).toBeLessThan(0.05);
    expect(change.adjustedP).toBe(change.p);
    expect(change).toMatchObject({ verdict: 'improved', why: null, points: 11 });
    expect(present(change.interval).low).toBeGreaterThan(0);
  });

  it('of one among many does not: what chance does to ten agencies is no improvement', async () => {
    const others = Array.from({ length: 9 }, (_, index) => `B${index}`);
    const rows = ['A', ...others].flatMap((code) => [
      row(code, '2023', 100, 200),
      row(code, '2024', code === 'A' ? 122 : 101, 200),
    ]);
    await held.rooms.importCounts('year', countsTable(...rows));
    const { change } = await held.rooms.headline('2024', 'A');
    expect(change.p).toBeLessThan(0.05);
    expect(change.adjustedP).toBeCloseTo(10 * present(change.p), 12);
    expect(change.verdict).toBe('noDetectableChange');
    expect((await held.rooms.figures('2024')).programme[0]?.measures[0]?.change?.verdicts).toEqual({
      improved: 0,
      noDetectableChange: 10,
      declined: 0,
      cannotTell: 0,
      notCompared: 0,
    });
  });

  it('of no detectable change carries what would have been found, among as many agencies as there are', async () => {
    const standardError = 100 * Math.sqrt((0.5 * 0.5) / 199 + (0.505 * 0.495) / 199);
    const rows = [row('A', '2023', 100, 200), row('A', '2024', 101, 200)];
    await held.rooms.importCounts('year', countsTable(...rows));
    const alone = (await held.rooms.headline('2024', 'A')).change;
    // z(0.975) + z(0.8) = 1.959964 + 0.841621
    expect(alone).toMatchObject({ verdict: 'noDetectableChange' });
    expect(alone.detectable).toBeCloseTo(2.801585 * standardError, 4);

    const others = Array.from({ length: 9 }, (_, index) => `B${index}`);
    const more = others.flatMap((code) => [row(code, '2023', 100, 200), row(code, '2024', 101, 200)]);
    await held.rooms.importCounts('year', countsTable(...more));
    // z(1 − 0.05/10/2) = 2.807034
    expect((await held.rooms.headline('2024', 'A')).change.detectable).toBeCloseTo(
      (2.807034 + 0.841621) * standardError,
      4,
    );

    const moved = others.flatMap((code) => [row(code, '2023', 100, 200), row(code, '2024', 199, 200)]);
    await held.rooms.importCounts('year', countsTable(...moved));
    // Nine are real: the tenth has the whole level of 0.05 to itself.
    expect((await held.rooms.headline('2024', 'A')).change.detectable).toBeCloseTo(2.801585 * standardError, 4);
    expect((await held.rooms.headline('2024', 'B3')).change.verdict).toBe('improved');
  });

  it('cannot be told where all answered alike', async () => {
    await held.rooms.importCounts('year', countsTable(row('A', '2023', 20, 20), row('A', '2024', 30, 30)));
    expect((await held.rooms.headline('2024', 'A')).change).toMatchObject({
      points: 0,
      verdict: 'cannotTell',
      why: 'noSpread',
      detectable: null,
      p: null,
    });
  });

  it('is declined for the worse', async () => {
    await held.rooms.importCounts('year', countsTable(row('A', '2023', 180, 200), row('A', '2024', 100, 200)));
    expect((await held.rooms.headline('2024', 'A')).change).toMatchObject({
      verdict: 'declined',
      points: -40,
      asShown: null,
    });
  });
});

describe('like for like', () => {
  it('leaves a new service out of the change, which is then another number than the plain difference', async () => {
    const rows = [row('A', '2023', 50, 100), row('A', '2024', 54, 90), row('A', '2024', 10, 10, 'new')];
    await held.rooms.importCounts('year', countsTable(...rows));
    const { change, now, before } = await held.rooms.headline('2024', 'A');
    expect([now.value, before?.value]).toEqual([64, 50]);
    expect(change.points).toBeCloseTo(10, 9);
    expect(change.asShown).toBeCloseTo(14, 9);
    expect(change.commonShare).toBeCloseTo(0.9, 9);
    const parts = (await held.rooms.study('2024', 'A')).parts;
    expect(parts.map(({ part, change }) => [part?.service.code, change.why])).toEqual([
      ['new', 'noPreviousValue'],
      ['x', null],
    ]);
  });

  it('takes a shift between services for no improvement', async () => {
    const rows = [
      row('A', '2023', 80, 100, 'good'),
      row('A', '2023', 20, 100, 'poor'),
      row('A', '2024', 144, 180, 'good'),
      row('A', '2024', 4, 20, 'poor'),
    ];
    await held.rooms.importCounts('year', countsTable(...rows));
    const { change } = await held.rooms.headline('2024', 'A');
    expect(change.points).toBeCloseTo(0, 9);
    expect(change.asShown).toBeCloseTo(24, 9);
    expect(change.verdict).toBe('noDetectableChange');
  });

  it('is refused as a series break when less than 70 % of the answers are common', async () => {
    const common = (n: number) => [
      row('A', '2023', 50, 100),
      row('A', '2024', n / 2, n),
      row('A', '2024', 100 - n, 100 - n, 'new'),
    ];
    await held.rooms.importCounts('year', countsTable(...common(68)));
    expect((await held.rooms.headline('2024', 'A')).change).toMatchObject({
      verdict: 'notCompared',
      why: 'seriesBreak',
      points: null,
      asShown: null,
      commonShare: 0.68,
    });
    await held.rooms.importCounts('year', countsTable(...common(70)));
    expect((await held.rooms.headline('2024', 'A')).change).toMatchObject({ why: null, commonShare: 0.7 });
  });

  it('finds nothing in common when all services are new', async () => {
    await held.rooms.importCounts('year', countsTable(row('A', '2023', 5, 10), row('A', '2024', 5, 10, 'new')));
    expect((await held.rooms.headline('2024', 'A')).change).toMatchObject({ why: 'seriesBreak', commonShare: 0 });
  });
});

describe('AT-23: the three changes of a programme', () => {
  it('are three numbers: 12.5 %, 10.8 % and +7 points', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 50, B: 80, Gone: 10 }));
    await rooms.importResults('2024', scoresTable({ A: 60, B: 84, New: 99 }));
    const { change, now, before } = present((await rooms.figures('2024')).programme[0]?.measures[0]);
    expect(change?.meanOfRelativeChanges).toBeCloseTo(12.5, 9);
    expect(change?.relativeChangeOfMean).toBeCloseTo(10.769, 3);
    expect(change?.meanChangeInPoints).toBeCloseTo(7, 9);
    expect(change).toMatchObject({ comparable: 2, better: 2, same: 0, worse: 0 });
    // Paired, one degree of freedom: 7 ± 12.7062 · 3
    expect(change?.interval).toEqual({ low: expect.closeTo(7 - 38.1186, 3), high: expect.closeTo(7 + 38.1186, 3) });
    expect([now?.agencies, before?.agencies]).toEqual([3, 3]);
  });

  it('enter with the changes that the scorecards show, like for like', async () => {
    const rows = [
      row('A', '2023', 50, 100),
      row('A', '2024', 54, 90),
      row('A', '2024', 10, 10, 'new'),
      row('B', '2023', 40, 100),
      row('B', '2024', 44, 100),
    ];
    await held.rooms.importCounts('year', countsTable(...rows));
    const { change } = present((await held.rooms.figures('2024')).programme[0]?.measures[0]);
    expect(change?.meanChangeInPoints).toBeCloseTo((10 + 4) / 2, 9);
  });

  it('give no mean of relative changes when one agency started at nothing', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 0, B: 80 }));
    await rooms.importResults('2024', scoresTable({ A: 10, B: 84 }));
    const { change } = present((await rooms.figures('2024')).programme[0]?.measures[0]);
    expect(change).toMatchObject({ meanOfRelativeChanges: null, meanChangeInPoints: 7 });
  });
});

describe('published figures with counts', () => {
  const published = (decimals: number) => {
    const values = [33.3, 66.7, 41.7];
    const counts = [
      [2, 0, 1],
      [1, 0, 2],
      [3, 1, 2],
    ];
    const lines = values.map(
      (value, month) => `A,x,d,2024-0${month + 1},${counts[month]?.join()},${value.toFixed(decimals)}`,
    );
    return `agency,service,channel,period,a0,a1,a2,shown\n${lines.join('\n')}\n`;
  };
  const mapping = (code: string) => ({
    agencyColumn: 'agency',
    study: 'customer-happiness',
    service: 'service',
    channel: 'channel',
    period: 'period',
    item: {
      code,
      name: { en: code, ar: code },
      definition: 'meanOfScale',
      options: ['a0', 'a1', 'a2'],
      published: 'shown',
    },
  });

  it.each([0, 1])('with %d decimals are held against that many', async (decimals) => {
    await held.rooms.importCounts('year', published(decimals), mapping('ease'));
    expect((await held.rooms.study('2024', 'A')).published).toMatchObject([{ points: 3, reproduced: 3, slips: [] }]);
  });

  it('of two measures are two series, over the same service and months', async () => {
    await held.rooms.importCounts('year', published(1), mapping('ease'));
    await held.rooms.importCounts('year', published(1), mapping('trust'));
    const { published: series } = await held.rooms.study('2024', 'A');
    expect(series.map(({ measure, points }) => [measure, points])).toEqual([
      ['ease', 3],
      ['trust', 3],
    ]);
  });
});

describe('the schema of figures', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(figuresSchema);

  it('holds for all cycles of the demonstration, and for no figures with something more or less', async () => {
    const { rooms } = held;
    await importPeopleSurvey(rooms.results, rooms.agencies);
    await importSatisfaction(rooms.counts, 'month');
    await importSatisfaction(rooms.counts, 'year');
    const cycles = await rooms.cycles.list();
    expect(cycles).toHaveLength(64 + 6);
    for (const { key } of cycles) {
      const figures = JSON.parse(JSON.stringify(await rooms.figures(key))) as unknown;
      validate(figures);
      expect([key, validate.errors ?? []]).toEqual([key, []]);
    }
    const sound = await rooms.figures('2024');
    for (const fault of [{ more: 1 }, { previous: undefined }, { cycle: null }, { agencies: [{}] }]) {
      expect(validate(JSON.parse(JSON.stringify({ ...sound, ...fault })))).toBe(false);
    }
  });
});
