import fc from 'fast-check';
import { plainFaults } from './plain-faults.js';

const found = (json: unknown) => [...plainFaults(json)].map(({ where, reason }) => `${where}: ${reason}`);
const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('plainFaults', () => {
  it.each<[string, unknown, string[]]>([
    ['a text with NUL', { a: [{ b: 'x\0' }] }, ['a[0].b: brokenText']],
    ['half a letter', ['\ud800'], ['[0]: brokenText']],
    ['half a letter in a key', { '\ud800': 1 }, ['\ufffd: brokenText']],
    ['a prototype', JSON.parse('{"a":{"__proto__":{}}}'), ['a.__proto__: unknown']],
    ['depth', nested(17), [`${'[0]'.repeat(16)}: tooDeep`]],
    ['as much depth as there may be', nested(16), []],
    ['depth without end', nested(5_000), [`${'[0]'.repeat(16)}: tooDeep`]],
    ['too many values', Array.from({ length: 300_000 }, () => 0), [': tooMany']],
    ['as many as there may be', Array.from({ length: 299_999 }, () => 0), []],
  ])('%s', (_, json, faults) => expect(found(json)).toEqual(faults));

  it('law: nothing is wrong with what text without NUL can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (json) => {
        let isPlain = true;
        JSON.stringify(json, (key, value: unknown) => {
          if (key === '__proto__' || key.includes('\0') || (typeof value === 'string' && value.includes('\0')))
            isPlain = false;
          return value;
        });
        expect(found(json).length === 0).toBe(isPlain);
      }),
    );
  });
});
