import fc from 'fast-check';
import { Problem } from '#contract';
import { readJson } from './json-body.js';

function read(text: string | Buffer): unknown {
  return readJson(Buffer.from(text));
}

function faultOf(text: string): unknown {
  try {
    return { read: read(text) };
  } catch (error) {
    return error instanceof Problem ? (error.details.faults?.[0] ?? error.code) : error;
  }
}

describe('readJson', () => {
  it('reads whatever JSON says', () => {
    const clean = fc
      .jsonValue({ maxDepth: 5, noUnicodeString: false })
      .filter((value) => !/\\u0000|\\ud|__proto__|prototype|constructor/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(clean, fc.constantFrom(0, 2), (value, indent) => {
        expect(read(JSON.stringify(value, null, indent))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', ' ', '{', '{"a":1,}', "{'a':1}", 'NaN', '"\t"', '1 2', '\ufeff\ufeff1'])('%j is no JSON', (text) =>
    expect(faultOf(text)).toBe('request.notJson'),
  );

  it('takes UTF-8 alone', () => {
    expect(() => read(Buffer.from('"é"', 'latin1'))).toThrow('request.notJson');
    expect(() => read(Buffer.from('"é"', 'utf16le'))).toThrow('request.notJson');
    expect(() => read(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toThrow('request.notJson');
  });

  it.each([
    ['{"a":1,\n"b":{"c":1,\n"c":2}}', { where: 'b.c', reason: 'twice', params: { line: 2 } }],
    ['[{},{"a":[0,{"x":1,"\\u0078":2}]}]', { where: '1.a.1.x', reason: 'twice', params: { line: 1 } }],
    ['{"a":"{\\"a\\":1,\\"a\\":2}","b":"\\\\"}', { read: { a: '{"a":1,"a":2}', b: '\\' } }],
    [
      '{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":2}]}',
      { read: { a: { b: 1 }, b: { a: 1 }, c: [{ a: 1 }, { a: 2 }] } },
    ],
    ['{"x":["constructor","__proto__"]}', { read: { x: ['constructor', '__proto__'] } }],
    ['{"x":[{"__proto__":1}]}', { where: 'x.0.__proto__', reason: 'unknown' }],
    ['{"\\u005f_proto__":1}', { where: '__proto__', reason: 'unknown' }],
    ['["a","\\u0000"]', { where: '1', reason: 'notAllowedCharacters', params: { expected: 'expected.text' } }],
    ['"\\udc00\\ud800"', { where: '', reason: 'notAllowedCharacters', params: { expected: 'expected.text' } }],
    ['"\\ud83c\\udf1f"', { read: '🌟' }],
    [`${'['.repeat(32)}${']'.repeat(32)}`, { read: expect.any(Array) as unknown }],
    [
      `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`,
      { where: '', reason: 'invalid', params: { expected: 'expected.nesting' } },
    ],
  ])('%s', (text, outcome) => expect(faultOf(text)).toEqual(outcome));

  it('takes 2,000 values and no more, before it reads them', () => {
    expect(read(`[${'1,'.repeat(1999)}1]`)).toHaveLength(2000);
    const size = { where: '', reason: 'invalid', params: { expected: 'expected.size' } };
    expect(faultOf(`[${'1,'.repeat(2000)}1]`)).toEqual(size);
    expect(faultOf(','.repeat(2000))).toEqual(size);
    const commas = `${',['.repeat(5000)}\\"[`;
    expect(read(JSON.stringify(commas)) === commas).toBe(true);
  });

  it('shortens the path it tells', () => {
    expect(faultOf(`{"${'x'.repeat(500)}":"\\u0000"}`)).toMatchObject({ where: 'x'.repeat(200) });
  });
});
