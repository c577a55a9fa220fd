import { Temporal } from 'temporal-polyfill';

const exifHeader = 0x45786966; // "Exif"
const tags = { exifFolder: 0x8769, takenAt: 0x9003, offset: 0x9011 } as const;

/**
 * When a JPEG says it was taken (EXIF DateTimeOriginal), as an ISO instant; null when it does not say, or not readably.
 * Cameras that name no offset mean the time of the device. Never throws, whatever the bytes are.
 * Source: CIPA DC-008 (Exif 2.32), 4.5 and 4.6.
 */
export function exifTakenAt(bytes: Uint8Array, timeZone = Temporal.Now.timeZoneId()): string | null {
  try {
    const exif = exifIn(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!exif) return null;
    const folder = pointerAt(exif, exif.firstFolder, tags.exifFolder);
    if (folder === null) return null;
    const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(textAt(exif, folder, tags.takenAt) ?? '') ?? [];
    if (!date || !time) return null;
    const local = Temporal.PlainDateTime.from(`${date.replaceAll(':', '-')}T${time}`);
    const offset = /^[+-]\d\d:\d\d/.exec(textAt(exif, folder, tags.offset) ?? '')?.[0];
    return local
      .toZonedDateTime(offset ?? timeZone)
      .toInstant()
      .toString();
  } catch {
    return null; // cut off, or points outside of itself
  }
}

/** A TIFF structure within a JPEG: its view, byte order and first folder. */
interface Exif {
  readonly view: DataView;
  readonly little: boolean;
  readonly firstFolder: number;
}

function exifIn(view: DataView): Exif | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker === 0xffe1 && view.getUint32(at + 4) === exifHeader) {
      const tiff = new DataView(view.buffer, view.byteOffset + at + 10, length - 8);
      const little = tiff.getUint16(0) === 0x4949;
      return { view: tiff, little, firstFolder: tiff.getUint32(4, little) };
    }
    if (marker === 0xffda || marker >> 8 !== 0xff || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function entryAt({ view, little }: Exif, folder: number, tag: number): number | null {
  const count = view.getUint16(folder, little);
  for (let index = 0; index < count; index++) {
    const at = folder + 2 + index * 12;
    if (view.getUint16(at, little) === tag) return at;
  }
  return null;
}

function pointerAt(exif: Exif, folder: number, tag: number): number | null {
  const at = entryAt(exif, folder, tag);
  return at === null ? null : exif.view.getUint32(at + 8, exif.little);
}

/** A text longer than four bytes lies elsewhere; all texts looked for here do. */
function textAt(exif: Exif, folder: number, tag: number): string | null {
  const at = entryAt(exif, folder, tag);
  if (at === null) return null;
  const { view, little } = exif;
  const [count, start] = [view.getUint32(at + 4, little), view.getUint32(at + 8, little)];
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + start, Math.min(count, 40)));
}
