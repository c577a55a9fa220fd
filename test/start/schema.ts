import type { Client } from 'pg';

/** Everything that defines the tables of ours, in a fixed order: columns, constraints and indexes. */
export async function schemaOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select format('column %s.%s %s null=%s default=%s', table_name, column_name, udt_name, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid) || ' as ' || conname)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    order by line`);
  return rows.map((row) => row.line).filter((line) => !/\bmigrations\b/.test(line));
}

/** The rows of every table of ours, as text in a fixed order. */
export async function rowsOf(client: Client): Promise<Record<string, unknown[]>> {
  const tables = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name <> 'migrations' order by 1`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: unknown }>(`select to_jsonb(t) as row from "${name}" t order by 1`);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** One row in the tables that others lean on. */
export async function seed(client: Client): Promise<void> {
  const [agency, cycle] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  await client.query(`
    insert into agencies (id, code, name_en, name_ar) values ('${agency}', 'A', 'Agency of Works', 'هيئة الأشغال');
    insert into services (id, agency_id, code, name_en) values (gen_random_uuid(), '${agency}', 'S', 'Permits');
    insert into cycles (id, key, kind, starts_on, ends_on) values ('${cycle}', '2024', 'year', '2024-01-01', '2024-12-31');
    insert into accounts (id, name, password_hash, role) values (gen_random_uuid(), 'office', 'x', 'office')`);
}
