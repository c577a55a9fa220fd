import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { Actor, visitor } from '#access';
import { pdfText } from '#printing';
import { ResultsImport } from '#results';
import { Scorecards, type PrintedScorecard } from '#scorecards';
import { testFolder } from '../platform/database.js';
import { scorecardRooms, workingOn, type ScorecardRooms } from './rooms.js';

const office = new Actor('00000000-0000-4000-8000-000000000001', 'office', 'office');
const acas = { cycle: '2024', agency: 'ACAS', language: 'en' } as const;

async function bytesOf({ content }: PrintedScorecard): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat((await content.toArray()) as Buffer[]));
}

describe('a kept scorecard', () => {
  let platform: ScorecardRooms;
  let scorecards: Scorecards;
  beforeAll(async () => {
    platform = await scorecardRooms();
    scorecards = platform.rooms.get(Scorecards);
  });
  afterAll(() => platform.rooms.close());

  it('is printed by the worker and given to everybody once its cycle is published', async () => {
    expect(await scorecards.queue({ cycle: '2024', agency: 'ACAS' })).toBe(2);
    expect(await scorecards.progress('2024')).toEqual({ queued: 2, printed: 0, failed: 0 });
    await platform.work();
    expect(await scorecards.progress('2024')).toEqual({ queued: 0, printed: 2, failed: 0 });
    const printed = await scorecards.read(visitor, acas);
    expect(printed.name).toMatch(/^ACAS_2024_en_[0-9a-f]{8}\.pdf$/);
    const bytes = await bytesOf(printed);
    expect(bytes.byteLength).toBe(printed.bytes);
    expect((await pdfText(bytes)).title).toContain('Acas');
  });

  it('of a cycle that is not published is unknown to a visitor, as one that is not there', async () => {
    for (const subject of [
      { ...acas, cycle: '2023' },
      { ...acas, cycle: '1999' },
      { ...acas, agency: 'NOBODY' },
    ]) {
      await expect(scorecards.read(visitor, subject)).rejects.toMatchObject({ code: 'scorecard.unknown' });
    }
  });

  it('that is not printed yet is printed while the reader waits', async () => {
    const worker = await workingOn(platform);
    try {
      const printed = await scorecards.read(office, { ...acas, cycle: '2023' });
      expect((await pdfText(await bytesOf(printed))).pages[0]?.text).toContain('Evaluation cycle 2023');
    } finally {
      await worker.stop();
    }
  });

  it('is never shown from older figures than those that hold', async () => {
    const before = await scorecards.read(visitor, acas);
    before.content.destroy();
    const folder = await testFolder();
    const corrected = (await readFile('demo/uk-civil-service/people-survey-2024.csv', 'utf8')).replace(
      ',63.174,',
      ',93.174,',
    );
    const file = join(folder, 'corrected.csv');
    await writeFile(file, corrected);
    const mapping = 'demo/uk-civil-service/people-survey-2024.mapping.json';
    const receipt = await platform.rooms
      .get(ResultsImport)
      .run({ file, mapping, cycle: '2024', study: 'employee-happiness' });
    expect(receipt).toMatchObject({ added: 0, corrected: 1 });
    const worker = await workingOn(platform);
    try {
      const after = await scorecards.read(visitor, acas);
      expect(after.figuresHash).not.toBe(before.figuresHash);
      expect((await pdfText(await bytesOf(after))).pages[0]?.text).toContain('93.2');
    } finally {
      await worker.stop();
    }
  });
});

describe('a report that cannot be printed', () => {
  it('is tried five times, then kept with its reason until somebody asks anew', async () => {
    const platform = await scorecardRooms({ PUPPETEER_EXECUTABLE_PATH: '/bin/false' });
    const scorecards = platform.rooms.get(Scorecards);
    await scorecards.queue({ cycle: '2024', agency: 'ACAS', language: 'en' });
    for (let tried = 0; tried < 5; tried++) {
      await platform.work();
      await makeDue(platform.databaseUrl);
    }
    expect(await scorecards.progress('2024')).toEqual({ queued: 0, printed: 0, failed: 1 });
    await expect(scorecards.read(visitor, acas)).rejects.toMatchObject({
      code: 'scorecard.failed',
      details: { params: { reason: expect.stringContaining('/bin/false') as unknown } },
    });
    await scorecards.queue({ cycle: '2024', agency: 'ACAS', language: 'en' });
    expect(await scorecards.progress('2024')).toEqual({ queued: 1, printed: 0, failed: 0 });
    await platform.rooms.close();
  });
});

/** The queue waits longer after each failure; here it need not. */
async function makeDue(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('update graphile_worker._private_jobs set run_at = now()');
  await client.end();
}
