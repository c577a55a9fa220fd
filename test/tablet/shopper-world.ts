import { Devices } from '#access';
import { servedApi, type Served } from '../api/served-api.js';
import { insertPlan, insertVisit } from '../visits/visit-rooms.js';
import { visitWorld } from '../visits/visit-world.js';

/** A real api with a shopper who has so many visits to make, and a code for her tablet. */
export interface ShopperWorld {
  readonly api: Served;
  readonly visits: readonly string[];
  readonly code: string;
}

/** @param databaseUrl a migrated database without rows; one of its own when there is none */
export async function shopperWorld(
  visits: number,
  environment: Readonly<Record<string, string>> = {},
  databaseUrl?: string,
): Promise<ShopperWorld> {
  const api = await servedApi({ environment, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const sql = ((text, values) => api.sql(text, values)) as Parameters<typeof insertVisit>[0];
  await sql(visitWorld);
  await insertPlan(sql);
  const ids: string[] = [];
  for (let n = 0; n < visits; n++) ids.push(await insertVisit(sql, { shopper: 'noor', service: 'renew' }));
  const { code } = await api.app.get(Devices, { strict: false }).issue('noor', 'Noor’s tablet');
  return { api, visits: ids, code };
}
