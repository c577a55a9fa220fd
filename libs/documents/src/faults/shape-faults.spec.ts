import { z } from 'zod';
import { shapeFaults } from './shape-faults.js';

const Shape = z.strictObject({
  name: z.string().min(1).max(5),
  weight: z.number().positive(),
  star: z.int().min(1).max(7),
  codes: z.array(z.string().regex(/^[a-z]+$/)).min(1).max(2),
  kind: z.enum(['a', 'b']),
  on: z.boolean(),
  day: z.iso.date(),
  said: z.record(z.string().regex(/^[a-z]{2}$/), z.string()),
  told: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('x'), x: z.number() }),
    z.strictObject({ by: z.literal('y') }),
  ]),
  then: z.union([z.strictObject({ cap: z.int().max(7) }), z.strictObject({ none: z.literal(true) })]),
  of: z.union([z.literal('all'), z.strictObject({ study: z.string() })]),
}); // prettier-ignore
const good = { name: 'n', weight: 1, star: 1, codes: ['a'], kind: 'a', on: true, day: '2026-02-28', said: { ar: 'أ' }, told: { by: 'y' }, then: { cap: 1 }, of: 'all' }; // prettier-ignore

function found(json: unknown): readonly string[] {
  const { error } = Shape.safeParse(json, { reportInput: true });
  return [...shapeFaults(error?.issues ?? [])].map(({ where, value, reason, params }) =>
    [where, reason, ...(value === undefined ? [] : [`“${value}”`]), ...Object.values(params ?? {})].join(' '),
  );
}

describe('shapeFaults', () => {
  it('is nothing where the shape is right', () => expect(found(good)).toEqual([]));

  it.each<[string, object, string[]]>([
    ['not there', { name: undefined }, ['name missing']],
    ['not known', { colour: 'red' }, ['colour unknown']],
    ['no text', { name: 5 }, ['name notText “5”']],
    ['no number', { weight: 'heavy' }, ['weight notANumber “heavy”']],
    ['no list', { codes: {} }, ['codes notAList']],
    ['neither true nor false', { on: 'yes' }, ['on notTrueOrFalse “yes”']],
    ['no object', { told: 'x' }, ['told notAnObject “x”']],
    ['an empty text', { name: '' }, ['name tooShort “” 1']],
    ['a long text', { name: 'lengthy' }, ['name tooLong “lengthy” 5']],
    ['not above a bound that is not taken itself', { weight: 0 }, ['weight notAbove “0” 0']],
    ['below a bound', { star: 0 }, ['star tooSmall “0” 1']],
    ['above a bound', { star: 8 }, ['star tooLarge “8” 7']],
    ['with decimals', { star: 1.5 }, ['star tooManyDecimals “1.5” 0']],
    ['an empty list', { codes: [] }, ['codes tooFew 1']],
    ['a long list', { codes: ['a', 'b', 'c'] }, ['codes tooMany 2']],
    ['written otherwise', { codes: ['A'] }, ['codes[0] invalid “A” /^[a-z]+$/']],
    ['no day', { day: '30.2.2026' }, ['day invalid “30.2.2026” YYYY-MM-DD']],
    ['none of the words', { kind: 'c' }, ['kind notOneOf “c” a, b']],
    ['a key that may not be', { said: { arabic: 'أ' } }, ['said.arabic unknown “arabic”']],
    ['told apart by nothing known', { told: { by: 'z' } }, ['told.by notOneOf x, y']],
    ['what one that is told apart lacks', { told: { by: 'x' } }, ['told.x missing']],
    ['what it lacks to the nearest shape', { then: { cap: 9 } }, ['then.cap tooLarge “9” 7']],
    ['what it lacks to an object', { of: { study: 1 } }, ['of.study notText “1”']],
    ['what it lacks to a word', { of: 'some' }, ['of notOneOf “some” all']],
    ['nothing of two shapes', { of: undefined }, ['of missing']],
  ])('%s', (_, change, faults) => expect(found({ ...good, ...change })).toEqual(faults));
});
