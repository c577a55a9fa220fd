import type Sharp from 'sharp';
import { mostPixels } from '../upload/limits.js';
import { fingerprintOf, fingerprintSize } from './fingerprint.js';

/** A picture made anew from its pixels, so that nothing of the file that was sent is left but what one sees. */
export interface CleanPicture {
  /** A JPEG without any metadata. */
  readonly content: Buffer;
  /** In pixels; the longer is at most 1,600. */
  readonly width: number;
  readonly height: number;
  /** 64 binary digits, or null when it is too even. */
  readonly fingerprint: string | null;
}

const longestSide = 1_600;
const quality = 82;
/** What an honest picture takes is a fraction of this, in seconds. */
const patience = 20;

/** Reads a picture and makes it anew, upright. Null for one that cannot be read: broken, too large, too slow. */
export async function cleanPictureOf(original: Uint8Array): Promise<CleanPicture | null> {
  const sharp = await (loading ??= guardedSharp());
  try {
    const { data, info } = await sharp(original, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      sequentialRead: true,
    })
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality })
      .timeout({ seconds: patience })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = fingerprintSize;
    const grey = await sharp(data).greyscale().resize(width, height, { fit: 'fill' }).raw().toBuffer();
    return { content: data, width: info.width, height: info.height, fingerprint: fingerprintOf(grey) };
  } catch {
    return null;
  }
}

let loading: Promise<typeof Sharp> | null = null;

/** The decoder, loaded when it is first needed: it reads three formats from memory and nothing else. */
async function guardedSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return sharp;
}
