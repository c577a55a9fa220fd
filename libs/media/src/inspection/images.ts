import { active, doubtful } from './refused.js';

/** No camera makes more; a viewer has to hold four bytes for each. */
export const mostPixelsOfAll = 150_000_000;
const longestSide = 40_000;

const markup = ['<script', '<html', '<!doctype', '<?php'];

/** Refuses a PNG that is more than its chunks from the header to IEND. @throws Problem `evidence.doubtful`, `evidence.active` */
export function inspectPng(content: Buffer, mostPixels: number): void {
  if (content.toString('latin1', 12, 16) !== 'IHDR') throw doubtful('IHDR');
  bounded(content.readUInt32BE(16), content.readUInt32BE(20), mostPixels);
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    if (at + 12 > content.length) throw doubtful('IEND');
    type = content.toString('latin1', at + 4, at + 8);
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) throw doubtful('chunk');
    if (type !== 'IDAT') refuseMarkup(content.subarray(at, end));
    at = end;
  }
  if (at !== content.length) throw doubtful('IEND');
}

/** Refuses a WebP that is more, or less, than its RIFF frame. @throws Problem `evidence.doubtful`, `evidence.active` */
export function inspectWebp(content: Buffer, mostPixels: number): void {
  if (content.length < 30 || content.readUInt32LE(4) + 8 !== content.length) throw doubtful('RIFF');
  let at = 12;
  while (at + 8 <= content.length) {
    const type = content.toString('latin1', at, at + 4);
    const end = at + 8 + content.readUInt32LE(at + 4);
    if (end > content.length) throw doubtful('RIFF');
    if (type === 'VP8X') bounded(1 + content.readUIntLE(at + 12, 3), 1 + content.readUIntLE(at + 15, 3), mostPixels);
    if (!type.startsWith('VP8 ') && type !== 'VP8L' && type !== 'ANMF') refuseMarkup(content.subarray(at, end));
    at = end + (end % 2);
  }
  if (at < content.length) throw doubtful('RIFF');
}

/**
 * Refuses a JPEG with anything but further JPEGs behind it: phones put a second picture there, for brighter screens.
 * @throws Problem `evidence.doubtful`, `evidence.active`
 */
export function inspectJpeg(content: Buffer, mostPixels: number): void {
  let at = 0;
  do {
    at = afterJpeg(content, at, mostPixels);
    while (content[at] === 0) at += 1;
  } while (at < content.length);
}

const startOfImage = 0xffd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** The place after a picture's end. Frame headers are SOF0 to SOF15, but for DHT, JPG and DAC among their numbers. */
function afterJpeg(content: Buffer, start: number, mostPixels: number): number {
  if (start + 4 > content.length || content.readUInt16BE(start) !== startOfImage) throw doubtful('SOI');
  let at = start + 2;
  for (;;) {
    if (content[at] !== 0xff) throw doubtful('marker');
    while (content[at + 1] === 0xff) at += 1;
    const marker = content[at + 1];
    if (marker === endOfImage) return at + 2;
    if (marker === undefined || at + 4 > content.length) throw doubtful('EOI');
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end > content.length || end < at + 4) throw doubtful('segment');
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && end >= at + 9) bounded(content.readUInt16BE(at + 7), content.readUInt16BE(at + 5), mostPixels);
    refuseMarkup(content.subarray(at, end));
    at = marker === startOfScan ? afterScan(content, end) : end;
  }
}

/** In a scan FF is followed by 00, or by a restart marker D0 to D7; any other marker ends it. */
function afterScan(content: Buffer, start: number): number {
  for (let at = start; ; at += 2) {
    at = content.indexOf(0xff, at);
    const next = at === -1 ? undefined : content[at + 1];
    if (next === undefined) throw doubtful('EOI');
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
}

function bounded(width: number, height: number, mostPixels: number): void {
  if (width === 0 || height === 0 || Math.max(width, height) > longestSide || width * height > mostPixels) {
    throw doubtful(`${width}×${height}`);
  }
}

function refuseMarkup(part: Buffer): void {
  const text = part.toString('latin1').toLowerCase();
  const found = markup.find((mark) => text.includes(mark));
  if (found) throw active(found);
}
