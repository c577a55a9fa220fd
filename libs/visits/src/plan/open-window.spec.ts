import { openWindow } from './open-window.js';

describe('openWindow', () => {
  const window = (dueFrom: string, dueTo: string) => ({ dueFrom, dueTo });

  it.each([
    ['one to come stays', window('2026-03-02', '2026-03-29'), '2026-02-01', window('2026-03-02', '2026-03-29')],
    [
      'of one that runs, what is left',
      window('2026-03-02', '2026-03-29'),
      '2026-03-10',
      window('2026-03-10', '2026-03-29'),
    ],
    ['at least a week is left', window('2026-03-02', '2026-03-29'), '2026-03-28', window('2026-03-28', '2026-04-03')],
    [
      'one that is over begins anew today',
      window('2026-03-02', '2026-03-15'),
      '2026-06-01',
      window('2026-06-01', '2026-06-14'),
    ],
    [
      'a short one that is over lasts a week',
      window('2026-03-02', '2026-03-02'),
      '2026-06-01',
      window('2026-06-01', '2026-06-07'),
    ],
    ['it ends with the cycle', window('2026-03-02', '2026-03-29'), '2026-12-28', window('2026-12-28', '2026-12-31')],
    ['after the cycle there is none', window('2026-03-02', '2026-03-29'), '2027-01-01', null],
  ])('%s', (_, planned, today, expected) => expect(openWindow(planned, today, '2026-12-31')).toEqual(expected));
});
