import { open } from 'node:fs/promises';
import { Problem } from '#contract';
import { readWorkbook } from '#spreadsheets';
import type { MethodRules, MethodSheets } from './method-rules.js';

/** The most bytes of a document: the largest forms of the field stay below 1 MB. */
export const largestDocument = 5 * 1024 * 1024;

/**
 * Reads a document from a JSON file or an .xlsx workbook; its content decides which, not its name.
 * @throws Problem `import.fileUnreadable`, `import.fileTooLarge`, `method.fileKind`
 */
export async function readMethodFile(
  file: string,
  rules: Pick<MethodRules<never>, 'fromSheets'>,
): Promise<MethodSheets> {
  const bytes = await bytesOf(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return rules.fromSheets(await readWorkbook(file));
  }
  return { json: jsonIn(bytes, file), faults: [], inSheets: (fault) => fault };
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new Problem('import.fileUnreadable', { params: { file } }, { cause });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Problem('import.fileUnreadable', { params: { file } });
    if (stat.size > largestDocument) {
      throw new Problem('import.fileTooLarge', { params: { file, where: `${stat.size} B`, max: largestDocument } });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function jsonIn(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new Problem('method.fileKind', { params: { file } }, { cause });
  }
}
