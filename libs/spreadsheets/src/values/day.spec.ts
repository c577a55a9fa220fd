import { dayFrom } from './day.js';

describe('a day in a cell', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    [' 2024-02-29\u200f', '2024-02-29'],
  ])('%j', (cell, value) => expect(dayFrom(cell)).toEqual({ kind: 'day', value }));

  it.each(['2026-02-29', '2026-13-01', '31/01/2026', '2026-1-31', '2026-01-31T00:00', '46053', '0999-01-01'])(
    '%j is none',
    (cell) => {
      expect(dayFrom(cell)).toEqual({ kind: 'fault', reason: 'invalid', params: { expected: '2026-01-31' } });
    },
  );

  it('nothing is missing, not wrong', () => {
    expect(dayFrom(' ')).toEqual({ kind: 'missing' });
    expect(dayFrom('\0')).toMatchObject({ kind: 'fault', reason: 'notReadable' });
  });
});
