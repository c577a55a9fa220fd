import { fileTypeFromBuffer } from 'file-type';
import { Problem } from '#contract';
import { refuseAppended, refuseHiddenPdf } from './appended.js';
import { extensionOf } from './file-name.js';
import { inspectJpeg, inspectPng, inspectWebp, mostPixelsOfAll } from './images.js';
import { extensionsOf, kindOfMediaType, type FileKind } from './kinds.js';
import { inspectOffice } from './office.js';
import { inspectPdf } from './pdf.js';
import { inspectText, isText } from './text.js';

const inspections: Readonly<Record<FileKind, (content: Buffer, mostPixels: number) => void | Promise<void>>> = {
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
 * Looks into a file that has a name: what kind it is by its content, and whether it is that and nothing else.
 * @throws Problem `evidence.kindRefused`, `evidence.nameContradicts`, `evidence.active`, `evidence.doubtful`
 */
export async function inspect(content: Buffer, name: string): Promise<FileKind> {
  const kind = await kindOf(content);
  if (kind === null) throw new Problem('evidence.kindRefused');
  const extensions: readonly string[] = extensionsOf[kind];
  if (!extensions.includes(extensionOf(name))) throw new Problem('evidence.nameContradicts', { params: { kind } });
  await inspectAs(kind, content);
  return kind;
}

/**
 * Looks whether a file is of its kind and nothing else. A picture of more pixels than given is refused by what its header
 * says, before anything is decoded.
 * @throws Problem `evidence.active`, `evidence.doubtful`
 */
export async function inspectAs(kind: FileKind, content: Buffer, mostPixels = mostPixelsOfAll): Promise<void> {
  if (kind !== 'pdf') refuseHiddenPdf(content);
  if (!['docx', 'xlsx', 'pptx'].includes(kind)) refuseAppended(content);
  await inspections[kind](content, mostPixels);
}

/** The kind of a file by its content; null for one that is empty or of no kind that is known here. */
export async function kindOf(content: Buffer): Promise<FileKind | null> {
  if (content.length === 0) return null;
  // It looks for a PDF behind other bytes too; ours begin with their header.
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (found) return kindOfMediaType[found.mime] ?? null;
  return isText(content) ? 'text' : null;
}
