import { readFile, stat } from 'node:fs/promises';
import { Problem, type Fault } from '#contract';
import { faultAt, firstFaults, shapeFaults } from '#documents'; // before zod, so that it compiles nothing
import { z } from 'zod';

const Cell = z.string().max(2_000);
const Column = z.string().min(1).max(200);

/** How the columns and answers of somebody else's table are called here. */
export const ImportMapping = z.strictObject({
  columns: z.record(Column, Column).default({}).describe('Our column → theirs, where the names differ.'),
  values: z
    .record(Column, z.record(Cell, Cell))
    .default({})
    .describe('Our column → what stands in their cells → what it means here.'),
  fixed: z
    .record(Column, Cell)
    .default({})
    .describe('Our column → what holds for every row; they have no such column.'),
  ignore: z.array(Column).max(1_000).default([]).describe('Their columns that are left out.'),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** A table that is written as we do: nothing is called otherwise. */
export const unmapped: ImportMapping = { columns: {}, values: {}, fixed: {}, ignore: [] };

const mostBytes = 1_048_576;

/** Reads a mapping from a JSON file. @throws Problem `import.mappingMissing`, `import.mappingInvalid` with every fault */
export async function readImportMapping(file: string): Promise<ImportMapping> {
  const parsed = ImportMapping.safeParse(await jsonIn(file), { reportInput: true });
  const faults = parsed.success ? contradictions(parsed.data) : [...shapeFaults(parsed.error.issues)];
  if (!parsed.success || faults.length > 0) throw invalid(file, faults);
  return parsed.data;
}

/** What is said of a column twice, in two ways. */
function contradictions({ columns, fixed }: ImportMapping): Fault[] {
  return Object.keys(fixed)
    .filter((column) => Object.hasOwn(columns, column))
    .map((column) => faultAt(`fixed.${column}`, 'repeated', { first: `columns.${column}` }));
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await textIn(file).catch((cause: unknown) => {
    throw cause instanceof Problem ? cause : new Problem('import.mappingMissing', { params: { file } }, { cause });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    throw invalid(file, [faultAt('', 'notAnObject')], cause);
  }
}

async function textIn(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > mostBytes)
    throw new Problem('import.fileTooLarge', { params: { file, where: `${size} B`, max: mostBytes } });
  return readFile(file, 'utf8');
}

function invalid(file: string, faults: Iterable<Fault>, cause?: unknown): Problem {
  return new Problem('import.mappingInvalid', { params: { file }, faults: firstFaults(faults) }, { cause });
}
