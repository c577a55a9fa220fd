import { Problem } from '#contract';
import { daysOf, periodAround, periodOf } from './period.js';

describe('periodOf', () => {
  it.each([
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-24', 'fiscal-year', '2023-04-01', '2024-03-31'],
    ['1999-00', 'fiscal-year', '1999-04-01', '2000-03-31'],
    ['FY2010-11', 'fiscal-year', '2010-04-01', '2011-03-31'],
  ])('%s is a %s', (key, kind, startsOn, endsOn) => {
    expect(periodOf(key)).toEqual({ key, kind, startsOn, endsOn });
  });

  it('a fiscal year begins in the month the office says', () => {
    expect(periodOf('2023-24', 7)).toMatchObject({ startsOn: '2023-07-01', endsOn: '2024-06-30' });
  });

  it.each(['24', '2024-13', '2024-Q5', '2023-25', 'last year', '', '2024-2', '0000'])('“%s” is refused', (key) => {
    expect(() => periodOf(key)).toThrow(Problem);
  });
});

describe('periodAround', () => {
  it.each([
    ['year', '2024-03-31', '2024'],
    ['month', '2024-03-31', '2024-03'],
    ['quarter', '2024-03-31', '2024-Q1'],
    ['fiscal-year', '2024-03-31', '2023-24'],
    ['fiscal-year', '2024-04-01', '2024-25'],
    ['fiscal-year', '2010-05-01', 'FY2010-11'],
  ] as const)('the %s around %s is %s', (kind, day, key) => expect(periodAround(kind, day).key).toBe(key));

  it('its key names it again', () => {
    for (const kind of ['year', 'month', 'quarter', 'fiscal-year'] as const)
      for (const day of ['2008-11-30', '2010-11-30', '2011-12-01', '2024-01-01']) {
        const period = periodAround(kind, day);
        expect(periodOf(period.key)).toEqual(period);
      }
  });
});

describe('daysOf', () => {
  it('reads a day', () => expect(daysOf('2024-02-29')).toEqual({ startsOn: '2024-02-29', endsOn: '2024-02-29' }));
  it.each(['2023-02-29', '2024-00', '2024-04-31', '2024/03', 'March'])('%s is no period', (text) => {
    expect(daysOf(text)).toBeNull();
  });
});
