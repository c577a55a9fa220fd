import type { AnswerValue } from '../answers.js';
import { form, item, scale, scored, section, sheet } from './test/forms.js';

const option = (code: string, points?: number) => ({
  code,
  text: { en: code },
  ...(points === undefined ? {} : { points }),
});
const options = [option('a', 3), option('b', 5), option('c'), option('none', 1)];
const five = scale('five', ...Array<undefined>(5));
const oneToFive = scale('one_to_five', 1, 2, 3, 4, 5);
const points = [
  { to: 15, points: 10 },
  { from: 15, to: 30, points: 5 },
  { from: 20, to: 60, points: 2 },
];
const minutes = (count: number) => ({
  from: '2026-03-01T08:00:00Z',
  to: new Date(Date.UTC(2026, 2, 1, 8, count)).toISOString(),
});

function earned(rest: Readonly<Record<string, unknown>>, value: AnswerValue) {
  const instrument = form([section('one', [item('asked', rest)])], {}, { scales: [five, oneToFive] });
  const [only] = scored(instrument, sheet({ asked: value })).items;
  return only && [only.points, only.max];
}

describe('the points of an item', () => {
  it.each([
    ['yes is the point', { type: 'yesNo' }, 'yes', [1, 1]],
    ['no is none', { type: 'yesNo' }, 'no', [0, 1]],
    ['reversed, no is the point', { type: 'yesNo', reversed: true }, 'no', [1, 1]],
    ['the worst of a scale is 0', { type: 'scale', scale: 'five' }, 'o0', [0, 4]],
    ['the fourth of five is 3 of 4: 75 of 100, as surveys have it', { type: 'scale', scale: 'five' }, 'o3', [3, 4]],
    ['reversed, the fourth of five is the second', { type: 'scale', scale: 'five', reversed: true }, 'o3', [1, 4]],
    ['written points mean what they say: the worst is 1 of 5', { type: 'scale', scale: 'one_to_five' }, 'o0', [1, 5]],
    ['reversed, 5 of 5 is 1 of 5', { type: 'scale', scale: 'one_to_five', reversed: true }, 'o4', [1, 5]],
    ['a choice earns its points', { type: 'choice', options }, 'a', [3, 5]],
    ['an option without points earns none', { type: 'choice', options }, 'c', [0, 5]],
    [
      'a choice without any points is not scored',
      { type: 'choice', options: [option('a'), option('b')] },
      'a',
      [null, null],
    ],
    ['choices add up', { type: 'choices', options }, ['a', 'b'], [8, 9]],
    ['the most is within what may be chosen', { type: 'choices', options, max: 2 }, ['a', 'none'], [4, 8]],
    ['what stands alone is not added to the most', { type: 'choices', options, exclusive: ['none'] }, ['none'], [1, 8]],
    ['what is chosen twice counts once', { type: 'choices', options }, ['a', 'a'], [3, 9]],
    ['nothing chosen is 0', { type: 'choices', options }, [], [0, 9]],
    ['a number in a range', { type: 'number', points }, 14.9, [10, 10]],
    ['a range begins with its lower end', { type: 'number', points }, 15, [5, 10]],
    ['the first range that holds it counts', { type: 'number', points }, 25, [5, 10]],
    ['in no range it is 0', { type: 'number', points }, 60, [0, 10]],
    ['a number without ranges is not scored', { type: 'number' }, 60, [null, null]],
    [
      'a time pair by its minutes',
      { type: 'timePair', from: { en: 'a' }, to: { en: 'b' }, points },
      minutes(40),
      [2, 10],
    ],
    ['text is not scored', { type: 'text' }, 'well', [null, null]],
    ['an option that is none earns nothing', { type: 'scale', scale: 'five' }, 'o9', [null, 4]],
    ['a name that all objects have is no option', { type: 'yesNo' }, 'constructor', [null, 1]],
  ] as const)('%s', (_, rest, value, expected) => expect(earned(rest, value)).toEqual(expected));

  it('a matrix is the mean of the rows that were answered', () => {
    const rows = ['a', 'b', 'c'].map((code) => ({ code, text: { en: code } }));
    const matrix = { type: 'matrix', scale: 'five', rows };
    expect(earned(matrix, { rows: { a: 'o4', b: 'o3', c: 'o2' } })).toEqual([3, 4]);
    expect(earned(matrix, { rows: { a: 'o4', b: 'o3' } })).toEqual([3.5, 4]);
    expect(earned(matrix, { rows: {} })).toEqual([null, 4]);
    expect(earned({ ...matrix, reversed: true }, { rows: { a: 'o4', b: 'o3' } })).toEqual([0.5, 4]);
  });
});
