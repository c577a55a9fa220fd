import fc from 'fast-check';
import { foldedName, isAccountName, nameMark } from './account-name.js';

describe('an account name', () => {
  it.each([
    ['Office', 'office'],
    ['  OFFICE\t', 'office'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['İstanbul', 'i̇stanbul'],
    ['مكتب', 'مكتب'],
  ])('%j is folded to %j', (typed, folded) => expect(foldedName(typed)).toBe(folded));

  it('is folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => expect(foldedName(foldedName(name))).toBe(foldedName(name))),
    );
  });

  it.each([
    ['office', true],
    ['مكتب.التميّز', true],
    ['a@b.example', true],
    ['x'.repeat(100), true],
    ['x'.repeat(101), false],
    ['', false],
    ['two words', false],
    ['a\0b', false],
    ['a\u200bb', false],
    ['\ud83d', false],
    ['<b>', false],
  ])('%j can be one: %s', (name, can) => expect(isAccountName(name)).toBe(can));

  it('leaves a mark that does not tell it', () => {
    expect(nameMark('office')).toMatch(/^[0-9a-f]{32}$/);
    expect(nameMark('office')).not.toBe(nameMark('officf'));
    expect(() => nameMark('\ud83d\0')).not.toThrow();
  });
});
