import { Client } from 'pg';
import type { Say } from '#contract';
import { migrate, withDatabase } from '#database';
import type { Settings } from '#settings';
import { migrations } from '../../../../migrations/index.js';
import { sentenceOf } from '../process/refusal.js';
import { fault, good, type Finding } from './check.js';

/** Whether the database of the settings answers and has this version's tables; the embedded one is started for it. */
export async function checkDatabase(settings: Settings, say: Say): Promise<Finding> {
  try {
    return await withDatabase(settings, async (url) => {
      await migrate(url, migrations);
      return good('doctor.databaseIs', { version: await versionAt(url), count: migrations.length });
    });
  } catch (error) {
    return fault('doctor.databaseFault', { reason: sentenceOf(error, say) });
  }
}

async function versionAt(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version.split(' ')[0] ?? '';
  } finally {
    await client.end();
  }
}
