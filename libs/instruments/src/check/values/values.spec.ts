import { given, one, told } from '../sample-check.js';

const hash = 'ab'.repeat(32);
const other = 'cd'.repeat(32);
const morning = { from: '2026-11-22T08:00:00+04:00', to: '2026-11-22T08:30:00+04:00' };
const place = { latitude: 25.2, longitude: 55.3, accuracy: 12 };
const choices = { type: 'choices', exclusive: ['c'] } as const;

describe('a value', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['yes', {}, 'yes'],
    ['an option of a scale', { type: 'scale' }, 'fully'],
    ['an option', { type: 'choice' }, 'b'],
    ['several options', choices, ['a', 'b']],
    ['one that stands alone', choices, ['c']],
    ['none, where none is enough', { type: 'choices', min: 0 }, []],
    ['an order', { type: 'ranking' }, ['c', 'a', 'b']],
    ['the first two of an order', { type: 'ranking', ranks: 2 }, ['c', 'a']],
    ['a number', { type: 'number', min: -5, max: 5 }, -5],
    ['a number with its decimals', { type: 'number', decimals: 2 }, 0.29],
    ['money', { type: 'money' }, 1_234.5],
    ['text', { type: 'text', minLength: 2, maxLength: 3 }, 'شكر'],
    ['as many characters as may be, each of two code units', { type: 'text', maxLength: 3 }, '🙂🙂🙂'],
    ['a day', { type: 'date', min: '2026-01-01', max: '2026-12-31' }, '2026-12-31'],
    ['a leap day', { type: 'date' }, '2024-02-29'],
    ['a leap day of a century', { type: 'date' }, '2000-02-29'],
    ['a time', { type: 'time' }, '23:59'],
    ['two stamps', { type: 'timePair' }, morning],
    ['two stamps at once', { type: 'timePair' }, { from: morning.from, to: morning.from }],
    [
      'two stamps counted from different places',
      { type: 'timePair', maxMinutes: 1 },
      { from: '2026-11-22T08:00:00+04:00', to: '2026-11-22T04:01:00.000Z' },
    ],
    ['files', { type: 'file' }, [hash, other]],
    ['a place', { type: 'location', maxAccuracy: 20 }, place],
    ['a refused place', { type: 'location', maxAccuracy: 20 }, { refused: true }],
    ['a signature', { type: 'signature' }, hash],
    ['all rows', { type: 'matrix' }, { rows: { r2: 'never', r1: 'fully' } }],
    ['some rows where none is required', { type: 'matrix', required: false }, { rows: { r1: 'fully' } }],
  ])('is taken: %s', (_, item, value) => expect(told(one(item), given(value))).toEqual([]));

  it.each<[string, Record<string, unknown>, unknown, string]>([
    ['neither yes nor no', {}, 'maybe', 'one: notOneOf'],
    ['true instead of yes', {}, true, 'one: notText'],
    ['nothing', {}, null, 'one: notText'],
    ['a name that objects have by themselves', { type: 'choice' }, 'constructor', 'one: notOneOf'],
    ['an option of no scale', { type: 'scale' }, 'a', 'one: notOneOf'],
    ['one option instead of a list', choices, 'a', 'one: notAList'],
    ['an unknown option in a list', choices, ['a', 'd'], 'one[1]: notOneOf'],
    ['an option twice', choices, ['a', 'a'], 'one[1]: repeated'],
    ['an option that stands alone, beside another', choices, ['a', 'c'], 'one: standsAlone'],
    ['more options than may be', { type: 'choices', max: 1 }, ['a', 'b'], 'one: tooMany'],
    ['fewer options than must be', { type: 'choices', min: 2 }, ['a'], 'one: tooFew'],
    ['no options', choices, [], 'one: tooFew'],
    ['an order with a gap', { type: 'ranking' }, ['c', 'a'], 'one: tooFew'],
    ['an order with one twice', { type: 'ranking' }, ['c', 'a', 'a'], 'one[2]: repeated'],
    ['a longer order than asked for', { type: 'ranking', ranks: 1 }, ['c', 'a'], 'one: tooMany'],
    ['a number in quotes', { type: 'number' }, '5', 'one: notANumber'],
    ['NaN', { type: 'number' }, NaN, 'one: notANumber'],
    ['an infinity', { type: 'money' }, Infinity, 'one: notANumber'],
    ['too small a number', { type: 'number', min: 0 }, -1, 'one: tooSmall'],
    ['too large a number', { type: 'number', max: 10 }, 11, 'one: tooLarge'],
    ['decimals where none may be', { type: 'number' }, 1.5, 'one: tooManyDecimals'],
    ['a decimal too many', { type: 'number', decimals: 2 }, 0.295, 'one: tooManyDecimals'],
    ['money in parts that no currency has', { type: 'money' }, 1.0001, 'one: tooManyDecimals'],
    ['a blank text', { type: 'text' }, '  ', 'one: missing'],
    ['too long a text', { type: 'text', maxLength: 3 }, 'four', 'one: tooLong'],
    ['a character too many, each of two code units', { type: 'text', maxLength: 3 }, '🙂🙂🙂🙂', 'one: tooLong'],
    ['a very long text', { type: 'text', maxLength: 3 }, 'x'.repeat(5_000_000), 'one: tooLong'],
    ['too short a text', { type: 'text', minLength: 3 }, '🙂🙂', 'one: tooShort'],
    ['a text with NUL', { type: 'text' }, 'a\0b', 'one: brokenText'],
    ['a text with half a surrogate pair', { type: 'text' }, 'a\ud800b', 'one: brokenText'],
    ['a day that is none', { type: 'date' }, '2026-02-29', 'one: invalid'],
    ['a leap day of a century that has none', { type: 'date' }, '1900-02-29', 'one: invalid'],
    ['the 31st of a short month', { type: 'date' }, '2026-04-31', 'one: invalid'],
    ['month 13', { type: 'date' }, '2026-13-01', 'one: invalid'],
    ['the year 0', { type: 'date' }, '0000-01-01', 'one: invalid'],
    ['a day with a time', { type: 'date' }, '2026-02-28T00:00:00Z', 'one: invalid'],
    ['too early a day', { type: 'date', min: '2026-01-01' }, '2025-12-31', 'one: tooSmall'],
    ['too late a day', { type: 'date', max: '2026-01-01' }, '2026-01-02', 'one: tooLarge'],
    ['24 o’clock', { type: 'time' }, '24:00', 'one: invalid'],
    [
      'the end before the beginning',
      { type: 'timePair' },
      { from: morning.to, to: morning.from },
      'one.to: endsBeforeStart',
    ],
    ['too long between', { type: 'timePair', maxMinutes: 29 }, morning, 'one: tooLongBetween'],
    ['one stamp', { type: 'timePair' }, { from: morning.from }, 'one.to: missing'],
    ['a stamp without a zone', { type: 'timePair' }, { ...morning, to: '2026-11-22T08:30:00' }, 'one.to: invalid'],
    ['a stamp on no day', { type: 'timePair' }, { ...morning, to: '2026-02-30T08:30:00Z' }, 'one.to: invalid'],
    ['minutes sent along', { type: 'timePair' }, { ...morning, minutes: 30 }, 'one.minutes: unknown'],
    ['a hash with capitals', { type: 'file' }, ['AB'.repeat(32)], 'one[0]: invalid'],
    ['a file twice', { type: 'file' }, [hash, hash], 'one[1]: repeated'],
    ['no file', { type: 'file' }, [], 'one: missing'],
    ['more files than may be', { type: 'file', maxCount: 1 }, [hash, other], 'one: tooMany'],
    ['a signature that is none', { type: 'signature' }, 'data:image/png', 'one: invalid'],
    ['a place beyond the pole', { type: 'location' }, { ...place, latitude: 91 }, 'one.latitude: tooLarge'],
    ['a place without accuracy', { type: 'location' }, { latitude: 1, longitude: 1 }, 'one.accuracy: missing'],
    ['too vague a place', { type: 'location', maxAccuracy: 10 }, place, 'one.accuracy: tooLarge'],
    ['a row left out', { type: 'matrix' }, { rows: { r1: 'fully' } }, 'one.r2: missing'],
    ['an unknown row', { type: 'matrix', required: false }, { rows: { r3: 'fully' } }, 'one.r3: unknown'],
    ['an unknown option in a row', { type: 'matrix' }, { rows: { r1: 'fully', r2: 'a' } }, 'one.r2: notOneOf'],
    ['rows that are none', { type: 'matrix' }, { r1: 'fully' }, 'one: notAnObject'],
    ['anything said to a note', { type: 'note' }, 'read', 'one: notAsked'],
  ])('is refused: %s', (_, item, value, fault) => {
    expect(told(one(item), given(value))).toEqual([`answers.${fault}`]);
  });

  it('is refused: a place both refused and given', () => {
    const fields = ['latitude', 'longitude', 'accuracy'].map((field) => `answers.one.${field}: unknown`);
    expect(told(one({ type: 'location' }), given({ ...place, refused: true }))).toEqual(fields);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['too short a text', { type: 'text', minLength: 3 }, 'a'],
    ['too few options', { type: 'choices', min: 2 }, ['a']],
    ['half an order', { type: 'ranking' }, ['c']],
    ['some rows', { type: 'matrix' }, { rows: { r1: 'fully' } }],
    ['nothing', {}, undefined],
  ])('may be there before the sheet is finished: %s', (_, item, value) => {
    expect(told(one(item), { answers: value === undefined ? {} : { one: { value } } }, false)).toEqual([]);
  });
});
