import { expectAllThere, fullTablet, untilAllSent } from './broken-lines.js';

it('12 visits with 2 photos each leave a tablet over a line that breaks 60 times, and arrive once each', async () => {
  const tablet = await fullTablet(12, [40_000, 300_000]);
  tablet.line.breaks(60, 400_000);
  await untilAllSent(tablet, 90_000);
  expect(tablet.line.cuts()).toBeGreaterThanOrEqual(40);
  await expectAllThere(tablet);
}, 180_000);
