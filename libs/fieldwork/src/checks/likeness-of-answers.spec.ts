import { Item, Scale } from '#instruments';
import { choosingsOf } from './likeness-of-answers.js';

const text = { ar: 'نص', en: 'Text' };
const options = (points: readonly (number | undefined)[]) =>
  points.map((one, at) => ({ code: `o${at}`, text, ...(one === undefined ? {} : { points: one }) }));
const scales = new Map(
  [
    { code: 'plain', kind: 'labelled', options: options([undefined, undefined, undefined]) },
    { code: 'odd', kind: 'labelled', options: options([5, 0, 1]) },
  ].map((scale) => [scale.code, Scale.parse(scale)]),
);
const standings = (item: object, value: Parameters<typeof choosingsOf>[1]) =>
  choosingsOf(Item.parse({ code: 'one', text, ...item }), value, scales).map(({ standing }) => standing);

describe('choosingsOf', () => {
  it.each<[string, object, Parameters<typeof choosingsOf>[1], string[]]>([
    ['yes', { type: 'yesNo' }, 'yes', ['best']],
    ['yes to something bad', { type: 'yesNo', reversed: true }, 'yes', ['worst']],
    ['the last of a scale', { type: 'scale', scale: 'plain' }, 'o2', ['best']],
    ['the last of a scale turned round', { type: 'scale', scale: 'plain', reversed: true }, 'o2', ['worst']],
    ['the middle of a scale', { type: 'scale', scale: 'plain' }, 'o1', ['between']],
    ['the most points of a scale', { type: 'scale', scale: 'odd' }, 'o0', ['best']],
    ['the rows of a matrix', { type: 'matrix', scale: 'plain', rows: [{ code: 'r', text }] }, { rows: { r: 'o0', s: 'o2' } }, ['worst', 'best']], // prettier-ignore
    ['a choice', { type: 'choice', options: options([undefined, 2, 1]) }, 'o0', ['worst']],
    ['a choice without points', { type: 'choice', options: options([undefined, undefined]) }, 'o0', []],
    ['several choices', { type: 'choices', options: options([1, 2]) }, ['o1'], []],
    ['a number', { type: 'number', points: [{ from: 0, points: 1 }] }, 3, []],
    ['what does not count', { type: 'yesNo', weight: 0 }, 'yes', []],
    ['a scale that is not there', { type: 'scale', scale: 'gone' }, 'o1', []],
  ])('%s', (_, item, value, expected) => expect(standings(item, value)).toEqual(expected));
});
