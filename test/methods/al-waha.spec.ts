import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demonstrationFiles, makeDemonstration } from '../../demo/al-waha/make/main.js';

const folder = join(import.meta.dirname, '../../demo/al-waha');

describe('the demonstration of Al Waha', () => {
  it('is what its makers make: nothing in it was typed in', async () => {
    if (process.env['MAKE_DEMONSTRATION']) await makeDemonstration(folder);
    for (const [name, text] of await demonstrationFiles()) {
      expect({ name, same: (await readFile(join(folder, name), 'utf8')) === text }).toEqual({ name, same: true });
    }
  }, 120_000);
});
