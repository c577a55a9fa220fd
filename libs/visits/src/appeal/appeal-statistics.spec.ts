import { appealStatistics, type CountedAppeal } from './appeal-statistics.js';

const appeal = (agency: string, visit: string, decision: CountedAppeal['decision'], workingDays: number | null) => {
  return { agency, visit, decision, workingDays };
};

describe('appealStatistics', () => {
  it('of nothing claims nothing', () => {
    expect(appealStatistics([])).toEqual({
      appeals: 0,
      visits: 0,
      open: 0,
      decided: { upheld: 0, amended: 0, voided: 0 },
      share: null,
      medianWorkingDays: null,
      agencies: [],
    });
  });

  it('counts together and by agency; what is open has no share', () => {
    const { agencies, ...all } = appealStatistics([
      appeal('WORKS', 'a', 'upheld', 2),
      appeal('WORKS', 'a', 'amended', 4),
      appeal('HEALTH', 'b', 'voided', 9),
      appeal('WORKS', 'c', 'upheld', 3),
      appeal('WORKS', 'd', null, null),
    ]);
    expect(all).toMatchObject({
      appeals: 5,
      visits: 4,
      open: 1,
      share: { upheld: 0.5, amended: 0.25, voided: 0.25 },
      medianWorkingDays: 3.5,
    });
    expect(agencies.map(({ agency, appeals }) => [agency, appeals])).toEqual([['HEALTH', 1], ['WORKS', 4]]); // prettier-ignore
  });
});
