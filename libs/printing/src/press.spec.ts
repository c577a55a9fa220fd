import { findBrowser } from './index.js';
import { Press } from './press.js';

const html = '<!doctype html><html lang="en"><head><title>t</title></head><body><p>x</p></body></html>';

describe('a press', () => {
  it('ended by one print tells the one beside it that it is not at fault', async () => {
    const press = await Press.open(await findBrowser(), 2);
    expect(press.isUsable).toBe(true);
    const [faulty, beside] = [Symbol(), Symbol()];
    const printing = press.print(html, null);
    expect([press.end(faulty), press.end(beside), press.end(faulty)]).toEqual([true, false, true]);
    await expect(printing).rejects.toThrow();
    expect(press.isUsable).toBe(false);
    await press.retire();
  });

  it('has a page for each print it was opened for, and no more', async () => {
    const press = await Press.open(await findBrowser(), 1);
    const first = press.print(html, null);
    await expect(press.print(html, null)).rejects.toThrow('more prints than pages');
    expect((await first).length).toBeGreaterThan(1000);
    expect(press.started).toBe(1);
    await press.retire();
  });
});
