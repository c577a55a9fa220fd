import { exampleScheme } from '../scheme/example.js';
import type { Scheme } from '../scheme/scheme.js';
import { compileScheme } from './compile-scheme.js';
import { judge } from './judge.js';
import { judgeAgency } from './judge-agency.js';
import type { Judgement } from './judgement.js';

const gap = (above: number, then: object, more: object = {}) => ({
  when: 'channelGap',
  code: `gap${Math.floor(above)}`,
  title: { en: 'gap' },
  above,
  then,
  ...more,
});

const compiledFor = (scheme: Scheme) =>
  new Map(scheme.channelTypes.map(({ code }) => [code, compileScheme(scheme, code)] as const));

/** A unit whose customers alone made its score. */
function unit(channelType: string, score: number | null, agency = 'transport', scheme = exampleScheme()): Judgement {
  const customersOnly = { ...scheme, pillars: [], gates: [], components: scheme.components.slice(1) };
  return judge(compileScheme(customersOnly, channelType), {
    unit: `${channelType} ${score}`,
    agency,
    channelType,
    gradings: new Map(),
    observations: new Map(score === null ? [] : [['study:happiness:', { value: score, n: 100, error: null }]]),
    violations: [],
  });
}

const judged = (units: readonly Judgement[], gates: readonly object[] = []) =>
  judgeAgency(compiledFor(exampleScheme({ gates })), units);

describe('judgeAgency', () => {
  const units = [unit('centre', 90), unit('centre', 80), unit('digital', 40)];

  it('is the mean of the units, each counting the same, with channel types beside it', () => {
    expect(judged(units)).toEqual({
      agency: 'transport',
      score: 70,
      channels: [
        { channelType: 'centre', score: 85, units: 2, scored: 2 },
        { channelType: 'digital', score: 40, units: 1, scored: 1 },
      ],
      units: 3,
      scored: 3,
      rawStar: 5,
      fired: [],
      star: 5,
      provisional: false,
      stars: [
        { star: 7, units: 1 },
        { star: 6, units: 1 },
        { star: 2, units: 1 },
      ],
    });
  });

  it('a unit without a score is counted and not averaged, and leaves the result provisional', () => {
    const agency = judged([unit('centre', 90), unit('centre', null)]);
    expect(agency).toMatchObject({ score: 90, units: 2, scored: 1, provisional: true });
    expect(agency.stars).toEqual([
      { star: 7, units: 1 },
      { star: null, units: 1 },
    ]);
    expect(judged([unit('centre', null)])).toMatchObject({ score: null, star: null });
  });

  it.each([
    ['a gap above the limit caps', [gap(44.9, { cap: 3 })], 3, 1],
    ['a gap at the limit does not', [gap(45, { cap: 3 })], 5, 0],
    ['a cap above the star has not fired', [gap(10, { cap: 6 })], 5, 0],
    ['none among the channel types it names', [gap(10, { cap: 3 }, { channels: ['centre'] })], 5, 0],
    ['no star at all', [gap(10, { unrated: true })], null, 1],
    ['two of them', [gap(10, { cap: 4 }), gap(20, { cap: 3 })], 3, 2],
  ])('%s', (_, gates, star, fired) => {
    const agency = judged(units, gates);
    expect(agency).toMatchObject({ rawStar: 5, star });
    expect(agency.fired).toHaveLength(fired);
  });

  it('tells the gap it found, and may only mark the result', () => {
    const agency = judged(units, [gap(10, { provisional: true })]);
    expect(agency).toMatchObject({ star: 5, provisional: true });
    expect(agency.fired).toEqual([{ gate: 'gap10', effect: { provisional: true }, found: 45, from: 5, to: 5 }]);
  });

  it.each([
    ['no units', []],
    ['units of several agencies', [unit('centre', 90), unit('centre', 90, 'health')]],
  ])('refuses %s', (_, list) => expect(() => judged(list)).toThrow(RangeError));

  it('refuses a channel type it was not given', () => {
    const compiled = new Map([...compiledFor(exampleScheme())].slice(0, 1));
    expect(() => judgeAgency(compiled, units)).toThrow(RangeError);
  });
});
