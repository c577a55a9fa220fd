import fc from 'fast-check';
import { sampleDocument, said } from '../sample-instrument.js';
import { readInstrument } from './read-instrument.js';

const faultsOf = (json: unknown) => readInstrument(json).faults.map(({ where, reason }) => `${where}: ${reason}`);

describe('readInstrument, whatever it is given', () => {
  const deep = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ': missing'],
    ['null', null, ': notAnObject'],
    ['a list', [], ': notAnObject'],
    ['depth', deep(5_000), '[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: tooDeep'],
    ['a prototype', JSON.parse('{"__proto__":{"schema":"x"}}'), '__proto__: unknown'],
    ['half a surrogate pair in a key', { '\ud800': 1 }, '.\ufffd: brokenText'],
  ])('tells of %s', (_, json, fault) => {
    const found = faultsOf(json);
    expect(found[0]?.replace(/^\./, '')).toBe(fault.replace(/^\./, ''));
  });

  it('never throws, and never gives an instrument together with faults', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 8 }), (json) => {
        const { instrument, faults } = readInstrument(json);
        expect(instrument === null).toBe(faults.length > 0);
      }),
    );
  });

  it('never throws for an instrument in which something was put out of place', () => {
    const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(path, fc.jsonValue({ maxDepth: 3 }), (steps, put) => {
        const document = sampleDocument({
          dimensions: [{ code: 'd', title: said('d'), weight: 1 }],
          items: [
            { code: 'a' },
            { code: 'b', type: 'choices', relevant: 'a == "yes"' },
            { code: 'c', type: 'timePair' },
          ],
        });
        displace(document, steps, put);
        const { instrument, faults } = readInstrument(document);
        expect(instrument === null).toBe(faults.length > 0);
        for (const { where } of faults) expect(where.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of keys', () => {
    const turned = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(turned);
      if (typeof node !== 'object' || node === null) return node;
      return Object.fromEntries(
        Object.entries(node)
          .reverse()
          .map(([key, value]) => [key, turned(value)]),
      );
    };
    const document = sampleDocument({ items: [{ code: 'a' }, { code: 'b', type: 'matrix', relevant: 'a == "yes"' }] });
    expect(readInstrument(turned(document))).toEqual(readInstrument(document));
  });
});

/** Puts something in the place of what the steps lead to. */
function displace(document: object, [step = 0, ...steps]: readonly number[], put: unknown): void {
  const keys = Object.keys(document);
  const key = keys[step % Math.max(1, keys.length)] ?? 'new';
  const child = (document as Record<string, unknown>)[key];
  if (steps.length > 0 && typeof child === 'object' && child !== null) displace(child, steps, put);
  else (document as Record<string, unknown>)[key] = put;
}
