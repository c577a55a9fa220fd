import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { MeasureRow } from './measure.entity.js';

/** One import at a time, whichever process: evidence is revised in a clear order. */
export async function lockImports(db: EntityManager): Promise<void> {
  await db.query('select version from evidence for update');
}

/** Notes where evidence came from. @returns the id that the evidence then names */
export async function insertImport(
  db: EntityManager,
  entry: { kind: 'results' | 'counts' | 'answers' | 'indicators'; fileName: string; sha256: string; rows: number },
): Promise<string> {
  const id = randomUUID();
  await db.query('insert into imports (id, kind, file_name, sha256, rows) values ($1, $2, $3, $4, $5)', [
    id,
    entry.kind,
    entry.fileName,
    entry.sha256,
    entry.rows,
  ]);
  return id;
}

/** What must not change once a measure is known: numbers before and after would mean different things. */
const fixed = ['polarity', 'definition', 'kind', 'options'] as const;

/** Stores measures that are new. @throws Problem `import.measuresDiffer` for a known one with another meaning */
export async function keepMeasures(
  db: EntityManager,
  measures: readonly Omit<MeasureRow, 'position'>[],
): Promise<void> {
  const known = await db.findBy(
    MeasureRow,
    measures.map(({ study, code }) => ({ study, code })),
  );
  const differing = measures.flatMap((measure) => {
    const stored = known.find((row) => row.study === measure.study && row.code === measure.code);
    return stored
      ? fixed.filter((field) => stored[field] !== measure[field]).map((field) => ({ measure: measure.code, field }))
      : [];
  });
  if (differing[0]) throw new Problem('import.measuresDiffer', { params: differing[0] });
  const added = measures.filter(
    (measure) => !known.some((row) => row.study === measure.study && row.code === measure.code),
  );
  if (added.length === 0) return;
  const [last] = await db.query<{ position: number }[]>(
    'select coalesce(max(position), 0)::int as position from measures',
  );
  await db.insert(
    MeasureRow,
    added.map((measure, index) => ({ ...measure, position: (last?.position ?? 0) + 1 + index })),
  );
}
