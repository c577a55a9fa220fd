/**
 * Runs one long step under its name: on a terminal with the seconds counted on one line, elsewhere with a plain line when
 * it begins. (The same as apps/cli/src/start/steps.ts, which is not there before the build.)
 */
export async function step(name, work) {
  const terminal = process.stderr;
  if (!terminal.isTTY) {
    terminal.write(`${name}…\n`);
    return work();
  }
  const since = Date.now();
  const draw = (end) => terminal.write(`\r\x1b[2K${name}… ${((Date.now() - since) / 1000).toFixed(1)} s${end}`);
  draw('');
  const ticking = setInterval(draw, 100, '');
  try {
    return await work();
  } finally {
    clearInterval(ticking);
    draw('\n');
  }
}
