import { migrate } from '#database';
import { migrations } from '../../migrations/index.js';
import { at, untilUnused, within } from './shared-server.js';

/** What stands in a template: put into a database that nobody else uses, leaving no connection to it behind. */
export interface Filling {
  /** As an identifier of SQL: one name, one content. */
  readonly name: string;
  /** The template it begins as a copy of; null for a database without any table. */
  readonly onto: Filling | null;
  readonly fill: (url: string) => Promise<void>;
}

/** All tables and no rows. */
export const tables: Filling = {
  name: 'tables',
  onto: null,
  fill: async (url) => void (await migrate(url, migrations)),
};

/**
 * The name of the database on the shared server that others are copied from. Under a lock, and renamed when complete:
 * whichever test worker comes first makes it, the others wait.
 */
export async function templateOf(admin: string, { name, onto, fill }: Filling): Promise<string> {
  const template = `template_${name}`;
  const source = onto ? ` template ${await templateOf(admin, onto)}` : '';
  await within(admin, async (client) => {
    const present = async () =>
      (await client.query('select 1 from pg_database where datname = $1', [template])).rowCount === 1;
    if (await present()) return;
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    if (await present()) return;
    await client.query(`drop database if exists ${template}_unfinished`);
    await client.query(`create database ${template}_unfinished${source}`);
    await fill(at(admin, `${template}_unfinished`));
    await untilUnused(client, `${template}_unfinished`);
    await client.query(`alter database ${template}_unfinished rename to ${template}`);
  }); // the end of the session lets go of the lock
  return template;
}
