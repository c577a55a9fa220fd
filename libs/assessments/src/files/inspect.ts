import { fileTypeFromBuffer } from 'file-type';
import { Problem } from '#contract';
import { refuseAppended, refuseHiddenPdf } from './appended.js';
import { extensionOf } from './file-name.js';
import { inspectJpeg, inspectPng, inspectWebp } from './images.js';
import { extensionsOf, kindOfMediaType, type FileKind } from './kinds.js';
import { inspectOffice } from './office.js';
import { inspectPdf } from './pdf.js';
import { inspectText, isText } from './text.js';

const inspections: Readonly<Record<FileKind, (content: Buffer) => void | Promise<void>>> = {
  pdf: inspectPdf,
  png: inspectPng,
  jpeg: inspectJpeg,
  webp: inspectWebp,
  docx: (content) => inspectOffice(content, 'docx'),
  xlsx: (content) => inspectOffice(content, 'xlsx'),
  pptx: (content) => inspectOffice(content, 'pptx'),
  text: inspectText,
};

/**
 * Looks into a file: what kind it is by its content, and whether it is that and nothing else.
 * @throws Problem `evidence.kindRefused`, `evidence.nameContradicts`, `evidence.active`, `evidence.doubtful`
 */
export async function inspect(content: Buffer, name: string): Promise<FileKind> {
  const kind = await kindOf(content);
  if (kind === null) throw new Problem('evidence.kindRefused');
  const extensions: readonly string[] = extensionsOf[kind];
  if (!extensions.includes(extensionOf(name))) throw new Problem('evidence.nameContradicts', { params: { kind } });
  if (kind !== 'pdf') refuseHiddenPdf(content);
  if (!['docx', 'xlsx', 'pptx'].includes(kind)) refuseAppended(content);
  await inspections[kind](content);
  return kind;
}

async function kindOf(content: Buffer): Promise<FileKind | null> {
  if (content.length === 0) return null;
  // It looks for a PDF behind other bytes too; ours begin with their header.
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (found) return kindOfMediaType[found.mime] ?? null;
  return isText(content) ? 'text' : null;
}
