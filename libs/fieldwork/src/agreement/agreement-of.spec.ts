import type { AnswerSheet, AnswerValue } from '#instruments';
import { agreementOf } from './agreement-of.js';
import { reliabilityOf } from './reliability.js';
import { sampleForm } from './sample-form.js';

const form = sampleForm();
type Pair = readonly [AnswerSheet, AnswerSheet];
const na = Symbol('does not apply');
const sheet = (answers: Record<string, AnswerValue | typeof na | undefined>): AnswerSheet => ({
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([code, value]) =>
      value === undefined ? [] : [[code, value === na ? { notApplicable: 'none' } : { value }]],
    ),
  ),
});
/** Double visits about one item: what the first said, and the second. */
const about = (
  code: string,
  ...pairs: readonly (readonly [AnswerValue | typeof na | undefined, AnswerValue | typeof na | undefined])[]
) => pairs.map(([one, other]): Pair => [sheet({ [code]: one }), sheet({ [code]: other })]);
const itemOf = (code: string, pairs: readonly Pair[], row: string | null = null) =>
  agreementOf(form, pairs).items.find((one) => one.item === code && one.row === row)!;
const times = (number: number, one: string, other: string) =>
  Array.from({ length: number }, () => [one, other] as const);

describe('agreementOf, item by item', () => {
  it('AT-08 as double visits: 20, 5, 10, 15', () => {
    const pairs = about('greeted', ...times(20, 'yes', 'yes'), ...times(5, 'yes', 'no'), ...times(10, 'no', 'yes'), ...times(15, 'no', 'no')); // prettier-ignore
    const { n, agreed, kappa, alpha } = itemOf('greeted', pairs);
    expect([n, agreed]).toEqual([50, 0.7]);
    expect(kappa).toBeCloseTo(0.4, 12);
    expect(alpha).toBeCloseTo(1 - 30 / 100 / ((2 * 55 * 45) / (100 * 99)), 12); // 55 yes and 45 no of 100
  });

  it('that something does not apply is a choice of its own, in nominal alpha too; silence is nothing', () => {
    const { n, agreed, alpha } = itemOf('greeted', about('greeted', ['yes', na], [na, na], ['no', undefined], ['yes', 'yes'])); // prettier-ignore
    expect([n, agreed]).toEqual([3, 2 / 3]);
    expect(alpha).toBeCloseTo(1 - 2 / 6 / ((2 * 3 * 3) / 30), 12); // three times yes, three times not applicable
  });

  it('scales are ordinal: one step apart is nearer than two; what does not apply has no place there', () => {
    const near = itemOf('clean', about('clean', ['poor', 'fair'], ['good', 'good'], ['poor', 'poor'], [na, 'good']));
    const far = itemOf('clean', about('clean', ['poor', 'good'], ['good', 'good'], ['poor', 'poor'], ['fair', 'fair']));
    expect([near.by, near.n, near.agreed]).toEqual(['ordinal', 4, 0.5]);
    // poor 3, fair 1, good 2 are placed at 1.5, 3.5 and 5: observed 2·2²/6, expected 2·(3·1·2² + 3·2·3.5² + 1·2·1.5²)/30
    expect(near.alpha).toBeCloseTo(1 - 8 / 6 / (180 / 30), 12);
    expect(far.alpha).toBeLessThan(near.alpha!);
  });

  it('what is chosen together is compared whatever its order; nothing chosen is an answer', () => {
    expect(itemOf('signs', about('signs', [['a', 'b'], ['b', 'a']], [[], ['c']], [[], []]))).toMatchObject({ by: 'nominal', n: 3, agreed: 2 / 3 }); // prettier-ignore
  });

  it('numbers and times have alpha on an interval scale, and no kappa', () => {
    const wait = itemOf('wait', about('wait', [1, 2], [3, 3]));
    expect(wait).toMatchObject({ by: 'interval', n: 2, agreed: 0.5, kappa: null });
    expect(wait.alpha).toBeCloseTo(1 - 2 / 4 / ((2 * (1 + 4 + 4 + 1 + 1)) / 12), 12); // of 1, 2, 3 and 3
    const served = (minutes: number) => ({ from: '2026-03-02T09:00:00Z', to: `2026-03-02T09:0${minutes}:00Z` });
    expect(itemOf('served', about('served', [served(1), served(2)], [served(3), served(3)])).alpha).toBe(wait.alpha);
  });

  it('the rows of a matrix are compared each for itself', () => {
    const pairs = about('rooms', [{ rows: { hall: 'good', lift: 'poor' } }, { rows: { hall: 'good', lift: 'good' } }], [{ rows: { hall: 'poor' } }, { rows: { hall: 'poor', lift: 'poor' } }]); // prettier-ignore
    expect(itemOf('rooms', pairs, 'hall')).toMatchObject({ n: 2, agreed: 1, kappa: 1, alpha: 1 });
    expect(itemOf('rooms', pairs, 'lift')).toMatchObject({ n: 1, agreed: 0 });
  });

  it('leaves out what cannot be compared: words, and sections that repeat', () => {
    expect(agreementOf(form, []).items.map(({ item, row }) => (row ? `${item}.${row}` : item))).toEqual([
      'greeted',
      'clean',
      'way',
      'signs',
      'wait',
      'served',
      'rooms.hall',
      'rooms.lift',
    ]);
  });

  it('says nothing where nothing was said or everybody always says the same', () => {
    const empty = { n: 0, agreed: null, kappa: null, alpha: null };
    expect(itemOf('greeted', [])).toMatchObject(empty);
    expect(itemOf('greeted', about('greeted', ['yes', undefined]))).toMatchObject(empty);
    expect(itemOf('greeted', about('greeted', ['yes', 'yes'], ['yes', 'yes']))).toMatchObject({ n: 2, agreed: 1, kappa: null, alpha: null }); // prettier-ignore
  });
});

describe('agreementOf, over all items', () => {
  it('of one item is that of the item', () => {
    const pairs = about('greeted', ['yes', 'yes'], ['yes', 'no'], ['no', 'no']);
    const { n, agreed, kappa, alpha } = itemOf('greeted', pairs);
    const { overall } = agreementOf(form, pairs);
    expect([overall.n, overall.agreed]).toEqual([n, agreed]);
    expect(overall.kappa).toBeCloseTo(kappa!, 12);
    expect(overall.alpha).toBeCloseTo(alpha!, 12);
  });

  it('pools by hand: one item with 3 of 4 alike, one always the same, one number', () => {
    const greeted = [['yes', 'yes'], ['yes', 'no'], ['no', 'no'], ['no', 'no']] as const; // prettier-ignore
    const pairs = greeted.map(([one, other], at): Pair => [
      sheet({ greeted: one, way: 'a', wait: at }),
      sheet({ greeted: other, way: 'a', wait: 0 }),
    ]);
    const { overall } = agreementOf(form, pairs);
    expect([overall.n, overall.agreed]).toEqual([12, (3 + 4 + 1) / 12]);
    expect(overall.kappa).toBeCloseTo((3 / 4 + 1 - (1 / 2 + 1)) / (2 - (1 / 2 + 1)), 12);
    expect(overall.alpha).toBeCloseTo(1 - 2 / 8 / ((2 * 3 * 5) / 56), 12); // the item that never varies adds to neither half
  });

  it('is nothing without double visits', () => {
    expect(agreementOf(form, []).overall).toEqual({ n: 0, agreed: null, kappa: null, alpha: null });
  });
});

describe('agreementOf, scores', () => {
  const visit = (greeted: string, clean: string, hall: string) => sheet({ greeted, clean, rooms: { rows: { hall } } });
  const pairs: Pair[] = [
    [visit('yes', 'good', 'good'), visit('yes', 'fair', 'good')], // reception 100 and 75
    [visit('no', 'fair', 'poor'), visit('no', 'fair', 'poor')], // 25 and 25
    [visit('yes', 'poor', 'fair'), visit('yes', 'fair', 'fair')], // 50 and 75
  ];

  it('of sections, by hand', () => {
    const reception = agreementOf(form, pairs).scores.sections[0]!;
    // means 87.5, 25 and 62.5 about 58.33: BMS = 2·(850.69 + 1111.11 + 17.36)/2 = 1979.17; WMS = (312.5 + 0 + 312.5)/3 = 208.33
    expect([reception.code, reception.n]).toEqual(['reception', 3]);
    expect(reception.icc?.icc11.value).toBeCloseTo((1979.1667 - 208.3333) / (1979.1667 + 208.3333), 6);
  });

  it('of everything agreed is 1, section by section, dimension by dimension and overall', () => {
    const { overall, sections, dimensions } = agreementOf(form, pairs.map(([one]): Pair => [one, one])).scores; // prettier-ignore
    for (const one of [overall, sections[0]!, sections[1]!, ...dimensions]) {
      expect([one.n, one.icc?.icc11.value, one.alpha]).toEqual([3, 1, 1]);
    }
    expect(sections[2]).toEqual({ code: 'counters', n: 0, icc: null, alpha: null });
  });

  it('a visit without a score takes its pair out of that score alone', () => {
    const { sections } = agreementOf(form, [
      ...pairs,
      [sheet({ greeted: 'yes' }), visit('yes', 'good', 'good')],
    ]).scores;
    expect(sections.map(({ n }) => n)).toEqual([4, 3, 0]);
  });
});

describe('reliabilityOf', () => {
  it.each([
    [1, 'good'],
    [0.8, 'good'],
    [0.7999, 'tentative'],
    [0.667, 'tentative'],
    [0.6669, 'notForDecisions'],
    [-0.5, 'notForDecisions'],
    [null, null],
  ])('%s: %s', (alpha, band) => expect(reliabilityOf(alpha)).toBe(band));
});
