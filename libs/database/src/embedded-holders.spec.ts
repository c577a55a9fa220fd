import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { wasKilled } from './embedded-holders.js';

it('knows that a process was killed from that moment on', async () => {
  for (let round = 0; round < 20; round++) {
    const child = spawn('sleep', ['600'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    expect(wasKilled(pid)).toBe(false);
    process.kill(pid, 'SIGKILL');
    expect(wasKilled(pid)).toBe(true);
    await once(child, 'exit');
  }
});

it('knows nothing of a process that is gone', async () => {
  const child = spawn('true', { stdio: 'ignore' });
  await once(child, 'exit');
  expect(wasKilled(child.pid ?? 0)).toBe(false);
});
