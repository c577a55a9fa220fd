import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { BoundedMap } from '#database';
import { tallyLayoutOf, type TallyLayout } from '#instruments';
import { storedInstrument, type StoredInstrument } from './stored-documents.js';

/** A published instrument version with all that filled ones need of it. */
export interface KnownInstrument extends StoredInstrument {
  readonly layout: TallyLayout;
  /** The codes of items whose answers are files or signatures: hashes of photos. */
  readonly files: ReadonlySet<string>;
}

/** Compiled instruments are some hundred kilobytes each; a programme uses a handful at a time. */
const mostKnown = 30;

/** Published instruments, compiled once: they are frozen, so what is known stays true. */
@Injectable()
export class KnownInstruments {
  private readonly byName = new BoundedMap<string, KnownInstrument>(mostKnown);
  private readonly nameOf = new BoundedMap<string, readonly [code: string, version: number]>(1_000);

  /** What is known of a version without asking the database; undefined: nothing yet. */
  known(code: string, version: number): KnownInstrument | undefined {
    return this.byName.get(`${code} ${version}`);
  }

  /** The published version of a name, or null when there is none. */
  async named(db: EntityManager, code: string, version: number): Promise<KnownInstrument | null> {
    const known = this.known(code, version);
    if (known) return known;
    try {
      return this.byName.set(`${code} ${version}`, made(await storedInstrument(db, code, version)));
    } catch (error) {
      if (error instanceof Problem && error.code === 'method.unknown') return null;
      throw error;
    }
  }

  /** The published version with an id, which exists. */
  async withId(db: EntityManager, id: string): Promise<KnownInstrument> {
    const [code, version] = this.nameOf.get(id) ?? this.nameOf.set(id, await nameWithId(db, id));
    const found = await this.named(db, code, version);
    if (!found) throw new Error(`A visit is planned with an instrument that is not published: ${id}`);
    return found;
  }
}

async function nameWithId(db: EntityManager, id: string): Promise<readonly [string, number]> {
  const [row] = await db.query<{ code: string; version: number }[]>(
    'select code, version from method_versions where id = $1',
    [id],
  );
  if (!row) throw new Error(`There is no instrument ${id}`);
  return [row.code, row.version];
}

function made({ id, compiled }: StoredInstrument): KnownInstrument {
  const items = compiled.instrument.sections.flatMap((section) => section.items);
  const files = items.filter(({ type }) => type === 'file' || type === 'signature').map(({ code }) => code);
  return { id, compiled, layout: tallyLayoutOf(compiled.instrument), files: new Set(files) };
}
