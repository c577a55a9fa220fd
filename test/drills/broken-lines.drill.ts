import { expectAllThere, fullTablet, untilAllSent } from '../tablet/broken-lines.js';

/** The size of a week in the field. */
const photos = [200_000, 200_000, 200_000, 200_000];

it('50 visits with 4 photos each leave a tablet within a minute', async () => {
  const tablet = await fullTablet(50, photos);
  const begun = performance.now();
  await untilAllSent(tablet, 120_000);
  const seconds = (performance.now() - begun) / 1_000;
  process.stdout.write(`50 visits with 4 photos each of 200 kB: ${seconds.toFixed(1)} s\n`);
  await expectAllThere(tablet);
  expect(seconds).toBeLessThan(60);
}, 600_000);

it('50 visits with 4 photos each arrive once each over a line that breaks 200 times', async () => {
  const tablet = await fullTablet(50, photos);
  tablet.line.breaks(200, 500_000);
  await untilAllSent(tablet, 400_000);
  process.stdout.write(`the line broke ${tablet.line.cuts()} times\n`);
  expect(tablet.line.cuts()).toBeGreaterThanOrEqual(200);
  await expectAllThere(tablet);
}, 600_000);
