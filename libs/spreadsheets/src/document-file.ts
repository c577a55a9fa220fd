import { open } from 'node:fs/promises';
import { Problem } from '#contract';
import type { Sheet, SheetDocument } from '#documents';
import { limits } from './limits.js';
import { readWorkbook, type WorkbookBounds } from './read-workbook.js';

/**
 * Reads a document from a JSON file or an .xlsx workbook of at most 5 MiB; its content decides which, not its name.
 * @param fromSheets makes a document of the sheets of a workbook
 * @param most how much of a workbook is taken
 * @throws Problem `import.fileUnreadable`, `import.fileTooLarge`, `method.fileKind`, and `import.fileKind` for a broken workbook
 */
export async function readDocumentFile(
  file: string,
  fromSheets: (sheets: readonly Sheet[]) => SheetDocument,
  most: WorkbookBounds = {},
): Promise<SheetDocument> {
  const bytes = await bytesOf(file);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return fromSheets(await readWorkbook(file, most));
  return { json: jsonIn(bytes, file), faults: [], inSheets: (fault) => fault };
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new Problem('import.fileUnreadable', { params: { file } }, { cause });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Problem('import.fileUnreadable', { params: { file } });
    if (stat.size > limits.wholeBytes) {
      throw new Problem('import.fileTooLarge', { params: { file, where: `${stat.size} B`, max: limits.wholeBytes } });
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
