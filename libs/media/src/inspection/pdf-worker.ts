/*
 * Looks into one PDF and posts what is wrong with it, or null. It imports nothing of ours, so that it runs as a thread
 * from its source and when it is built.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { constants, inflateSync } from 'node:zlib';

/** What is wrong with a PDF: it is active, or it cannot be looked into. `what` says it in the terms of the format. */
export interface PdfVerdict {
  readonly active: boolean;
  readonly what: string;
}

/** Names of what runs, fetches or carries; too long to stand in packed bytes by chance. */
const activeNames =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition|GoToE|GoTo3DView|Collection)(?![A-Za-z0-9])/;
/** Short names of the same, looked for in objects only. AA: what happens when a page is shown. */
const shortNames = /\/(JS|XFA|AA|GoToR)(?![A-Za-z0-9])/;

const mostInflated = 64 * 1024 * 1024;
const mostPages = 5_000;

const active = (what: string): PdfVerdict => ({ active: true, what });
const doubtful = (what: string): PdfVerdict => ({ active: false, what });

/** Names may be written with their characters as #4A. */
function plain(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function verdictOnNames(content: Buffer): PdfVerdict | null {
  const text = content.toString('latin1');
  if (!text.startsWith('%PDF-')) return doubtful('PDF header');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1 || !/^[\s\0]*$/.test(text.slice(end + 5))) return doubtful('PDF end');
  const long = activeNames.exec(plain(text))?.[1];
  if (long) return active(long);
  const { objects, packed } = partsOf(text);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain(objects))) return doubtful('encryption');
  const short = shortNames.exec(plain(objects))?.[1];
  if (short) return active(short);
  let inflated = 0;
  for (const { dictionary, start } of packed) {
    const stream = unpacked(content, dictionary, start, mostInflated - inflated);
    if (stream === null) return doubtful('object stream');
    inflated += stream.length;
    const inside = plain(stream);
    const name = (activeNames.exec(inside) ?? shortNames.exec(inside))?.[1];
    if (name) return active(name);
  }
  return null;
}

interface Packed {
  readonly dictionary: string;
  readonly start: number;
}

/** What stands outside of streams, and where the streams begin that hold objects. */
function partsOf(text: string): { objects: string; packed: Packed[] } {
  const packed: Packed[] = [];
  const objects: string[] = [];
  const mark = /stream\r?\n/g;
  let outsideFrom = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (text.startsWith('end', found.index - 3)) continue;
    const dictionary = plain(text.slice(Math.max(0, found.index - 4_096), found.index));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (own.includes('/ObjStm')) packed.push({ dictionary: own, start: mark.lastIndex });
    if (found.index < outsideFrom) continue; // it stands in another stream: by itself, or as a trap
    objects.push(text.slice(outsideFrom, found.index));
    const end = text.indexOf('endstream', mark.lastIndex);
    outsideFrom = end === -1 ? text.length : end;
  }
  objects.push(text.slice(outsideFrom));
  return { objects: objects.join('\n'), packed };
}

/** The objects of a stream as text; null for one packed in a way that only hides them. */
function unpacked(content: Buffer, dictionary: string, start: number, most: number): string | null {
  if (/\/(Predictor|ASCIIHexDecode|AHx|ASCII85Decode|A85|LZW|LZWDecode|RunLengthDecode|RL|Crypt)\b/.test(dictionary))
    return null;
  if (!/\/(FlateDecode|Fl)\b/.test(dictionary)) {
    const end = content.indexOf('endstream', start, 'latin1');
    return content.toString('latin1', start, end === -1 ? content.length : end);
  }
  try {
    const options = { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(content.subarray(start), options).toString('latin1');
  } catch {
    return null;
  }
}

/** What pdf.js, which reads by the tables of the file as every reader does, finds in it. */
async function verdictOfReader(content: Buffer): Promise<PdfVerdict | null> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(content), verbosity: 0, useSystemFonts: false });
  const document = await task.promise.catch(() => null);
  if (!document) return doubtful('PDF');
  if (document.numPages > mostPages) return doubtful('pages');
  const { info } = await document.getMetadata();
  const facts = info as { IsXFAPresent?: boolean; IsCollectionPresent?: boolean };
  const opening = (await document.getOpenAction()) as ReadonlyMap<string, unknown> | { action?: unknown } | null;
  if (facts.IsXFAPresent) return active('XFA');
  if (facts.IsCollectionPresent) return active('Collection');
  if (opening instanceof Map ? opening.has('action') : (opening as { action?: unknown } | null)?.action)
    return active('OpenAction');
  if (await document.getJSActions()) return active('JavaScript');
  if (await document.getAttachments()) return active('EmbeddedFiles');
  return null;
}

const content = Buffer.from(workerData as Uint8Array);
parentPort?.postMessage(verdictOnNames(content) ?? (await verdictOfReader(content)));
