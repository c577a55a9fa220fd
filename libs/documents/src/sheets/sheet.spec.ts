import { locatedFault, type Origin } from './sheet.js';

const at =
  (sheet: string): Origin =>
  (rest) => ({ sheet, line: 2, where: rest });
const origins = new Map([
  ['', at('head')],
  ['parts[1]', at('parts')],
  ['parts[1].title', at('texts')],
]);

describe('locatedFault', () => {
  it.each([
    ['parts[1].weight', 'parts', 'weight'],
    ['parts[1].channels[0]', 'parts', 'channels[0]'],
    ['parts[1].title.ar', 'texts', 'ar'],
    ['parts[11].weight', 'head', 'parts[11].weight'],
    ['version', 'head', 'version'],
  ])('%s stands in the sheet %s', (where, sheet, rest) => {
    expect(locatedFault(origins, { where, value: '0', reason: 'tooSmall' })).toEqual({
      sheet,
      line: 2,
      where: rest,
      value: '0',
      reason: 'tooSmall',
    });
  });

  it('leaves what came from no cell as it is', () => {
    const fault = { where: 'schema', reason: 'missing' } as const;
    expect(locatedFault(new Map(), fault)).toBe(fault);
  });
});
