import { meaningOf, retryAfterMs } from './answer.js';
import { ServerRefusal, Unreachable } from './refusals.js';

const answer = (status: number, type: string, text: string) => ({ status, type, text, retryAfter: null });
const problem = (body: unknown) => answer(409, 'application/problem+json; charset=utf-8', JSON.stringify(body));

describe('meaningOf', () => {
  it('is the JSON of a good answer, and nothing of an empty one', () => {
    expect(meaningOf(answer(200, 'application/json; charset=utf-8', '{"a":1}'))).toEqual({ a: 1 });
    expect(meaningOf(answer(204, '', ''))).toBeUndefined();
  });

  it.each([
    ['a page in place of JSON', answer(200, 'text/html', '<html>')],
    ['half of a JSON', answer(200, 'application/json', '{"a":')],
    ['a refusal in HTML', answer(404, 'text/html', '<html>')],
    ['a refusal without a code', answer(403, 'application/problem+json', '{}')],
    ['a code from somebody else', answer(403, 'application/json', '{"code":"visit.conflict"}')],
  ])('%s is not the server', (_, raw) => expect(() => meaningOf(raw)).toThrow(Unreachable));

  it('is a refusal with its words, numbers and faults', () => {
    const said = { code: 'media.offsetDiffers', title: 'Go on.', params: { offset: 7 } };
    let refusal: unknown;
    try {
      meaningOf(problem(said));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ status: 409, ...said, faults: [], retryAfterMs: null });
    expect(() => meaningOf(problem({ code: 'x', faults: 'none' }))).toThrow(ServerRefusal);
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 1970 00:02:00 GMT', 60_000],
    ['Thu, 01 Jan 1970 00:00:30 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s', (header, ms) => expect(retryAfterMs(header, 60_000)).toBe(ms));
});
