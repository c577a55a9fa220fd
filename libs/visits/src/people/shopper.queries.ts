import type { EntityManager } from 'typeorm';

/** What the plan has to know of a shopper. */
export interface ShopperTraits {
  readonly gender: 'female' | 'male';
  /** The languages in which he can be served; at least one. */
  readonly languages: readonly ('ar' | 'en')[];
  /** Whether he is assigned visits. */
  readonly active: boolean;
}

/** A mystery shopper. */
export interface Shopper extends ShopperTraits {
  readonly accountId: string;
  readonly name: string;
}

const columns = `shoppers.account_id as "accountId", accounts.name, gender, languages, active`;
const tables = 'shoppers join accounts on accounts.id = shoppers.account_id';

/** All shoppers by name; those of these accounts where any are given. */
export function listShoppers(db: EntityManager, accountIds: readonly string[] | null = null): Promise<Shopper[]> {
  return db.query<Shopper[]>(
    `select ${columns} from ${tables} where $1::uuid[] is null or account_id = any($1) order by accounts.name collate "C"`,
    [accountIds],
  );
}

/** The shoppers of these account names, in letters of any case, as far as there are any. */
export function listShoppersNamed(db: EntityManager, names: readonly string[]): Promise<Shopper[]> {
  return db.query<Shopper[]>(`select ${columns} from ${tables} where accounts.name = any($1) order by accounts.id`, [
    names.map((name) => name.trim().normalize('NFC').toLowerCase()),
  ]);
}

/** Keeps what is said of a shopper, in place of what was said before. */
export async function keepShopper(
  db: EntityManager,
  accountId: string,
  { gender, languages, active }: ShopperTraits,
): Promise<void> {
  await db.query(
    `insert into shoppers (account_id, gender, languages, active) values ($1, $2, $3, $4)
     on conflict (account_id) do update
     set gender = excluded.gender, languages = excluded.languages, active = excluded.active`,
    [accountId, gender, languages, active],
  );
}
