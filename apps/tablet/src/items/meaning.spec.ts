import { Item, Scale } from '#instruments';
import { meaningOf } from './meaning.js';

const text = { ar: 'نص', en: 'Text' };
const option = (code: string, points?: number) => ({ code, text, ...(points === undefined ? {} : { points }) });
const scale = Scale.parse({ code: 's', kind: 'labelled', options: ['a', 'b', 'c', 'd'].map((code) => option(code)) });
const item = (rest: object) => Item.parse({ type: 'yesNo', code: 'one', text, ...rest });
const meanings = (one: Item, codes: readonly string[], of?: Scale) => codes.map((code) => meaningOf(one, code, of));

describe('what an answer means', () => {
  it.each<[string, object, readonly string[], readonly string[]]>([
    ['yes is good', {}, ['yes', 'no'], ['good', 'bad']],
    ['turned round, no is good', { reversed: true }, ['yes', 'no'], ['bad', 'good']],
    ['the ends of a scale', { type: 'scale', scale: 's' }, ['a', 'b', 'c', 'd'], ['bad', 'plain', 'plain', 'good']],
    [
      'what asks for a note is bad too',
      { type: 'scale', scale: 's', comment: { rule: 'required', on: ['a', 'b'] } },
      ['a', 'b', 'c', 'd'],
      ['bad', 'bad', 'plain', 'good'],
    ],
    ['a scale turned round', { type: 'scale', scale: 's', reversed: true }, ['a', 'd'], ['good', 'bad']],
    [
      'options with points',
      { type: 'choice', options: [option('x', 2), option('y', 1), option('z', 0)] },
      ['x', 'y', 'z'],
      ['good', 'plain', 'bad'],
    ],
    ['options without points', { type: 'choice', options: [option('x'), option('y')] }, ['x', 'y'], ['plain', 'plain']],
    [
      'what is critical',
      { type: 'choice', options: [option('x'), option('y')], critical: { on: ['y'], effect: 'flag' } },
      ['x', 'y'],
      ['plain', 'bad'],
    ],
  ])('%s', (_, rest, codes, expected) => expect(meanings(item(rest), codes, scale)).toEqual(expected));
});
