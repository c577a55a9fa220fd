import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { temporaryFolder } from '../test/temporary-folder.js';
import { openTable } from './index.js';

const folder = temporaryFolder();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabyte = 1024 * 1024;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('openTable, memory', () => {
  it('keeps nothing of 200,000 rows it has handed over', async () => {
    const file = folder.path('many.csv');
    const note = 'ملاحظة طويلة '.repeat(10);
    function* lines(): Generator<string> {
      yield 'agency,month,score,note\n';
      for (let row = 0; row < 200_000; row += 1) yield `A-${row},2024-03,64.076,"${note}"\n`;
    }
    await pipeline(Readable.from(lines()), createWriteStream(file));

    const table = await openTable(file);
    const before = heapUsed();
    let rows = 0;
    let most = 0;
    for await (const row of table.rows) {
      if (row.fault) throw new Error('a sound row was expected');
      rows += 1;
      if (rows % 20_000 === 0) most = Math.max(most, heapUsed() - before);
    }
    expect(rows).toBe(200_000);
    // The file has 51 MB; two readings of 64 KiB with their rows are well below 1 MB.
    expect(most).toBeLessThan(8 * megabyte);
  }, 240_000);
});
