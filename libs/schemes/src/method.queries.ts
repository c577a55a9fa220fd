import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { MethodVersion, type MethodKind } from './method-version.entity.js';

/** Which version of which document. */
export interface MethodName {
  readonly kind: MethodKind;
  readonly code: string;
  readonly version: number;
}

/** A version without its document. */
export type MethodLine = Omit<MethodVersion, 'document'> & { readonly title: Readonly<Record<string, string>> };

/** All versions of a kind by code, the newest first, without their documents. */
export function listMethods(db: EntityManager, kind: MethodKind): Promise<MethodLine[]> {
  return db.query<MethodLine[]>(
    `select id, kind, code, version, hash, saved_at as "savedAt", published_at as "publishedAt", document -> 'title' as title
     from method_versions where kind = $1 order by code, version desc`,
    [kind],
  );
}

export function findMethod(db: EntityManager, { kind, code, version }: MethodName): Promise<MethodVersion | null> {
  return db.findOneBy(MethodVersion, { kind, code, version });
}

/** The version of a name. @throws Problem `method.unknown` */
export async function methodOf(db: EntityManager, name: MethodName): Promise<MethodVersion> {
  const method = await findMethod(db, name);
  if (!method) throw new Problem('method.unknown', { params: { ...name, code: name.code.slice(0, 64) } });
  return method;
}

/** The same, locked: nobody saves or publishes it until this transaction ends. */
export async function lockedMethodOf(db: EntityManager, name: MethodName): Promise<MethodVersion> {
  await db.query('select from method_versions where kind = $1 and code = $2 and version = $3 for update', [
    name.kind,
    name.code,
    name.version,
  ]);
  return methodOf(db, name);
}

/** The version with an id, which exists. */
export function methodWithId(db: EntityManager, id: string): Promise<MethodVersion> {
  return db.findOneByOrFail(MethodVersion, { id });
}

/** Keeps a draft, in place of an earlier draft of the same version. @throws Problem `method.frozen` for a published one */
export async function keepDraft(db: EntityManager, name: MethodName, hash: string, document: unknown): Promise<void> {
  const kept = await db.query<unknown[]>(
    `insert into method_versions as known (id, kind, code, version, hash, document) values ($1, $2, $3, $4, $5, $6)
     on conflict (kind, code, version) do update
     set hash = excluded.hash, document = excluded.document, saved_at = now() where known.published_at is null
     returning 1`,
    [randomUUID(), name.kind, name.code, name.version, hash, JSON.stringify(document)],
  );
  if (kept.length === 0) throw new Problem('method.frozen', { params: { ...name } });
}

export async function markPublished(db: EntityManager, id: string): Promise<void> {
  await db.query('update method_versions set published_at = now() where id = $1 and published_at is null', [id]);
}
