import { pixelate, squareEdge, type Region } from './blur.js';
import { firstStep, fitted, heaviest, nextStep, type Step } from './sizes.js';
import { exifTakenAt } from './taken-at.js';

/** What came from the camera, drawn anew: at most 1,600 pixels along its longer edge, upright, nothing of the file left. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** ISO instant: from the camera's own note, else the time of the file. */
  readonly takenAt: string;
}

/** @throws when the file is no picture that this browser can read */
export async function pictureOf(file: File): Promise<Picture> {
  const takenAt = await takenAtOf(file);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const canvas = blankCanvas(fitted(bitmap.width, bitmap.height));
    const context = contextOf(canvas);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return { canvas, takenAt };
  } finally {
    bitmap.close();
  }
}

/** The head of a JPEG holds its notes; a file dated in the future, or not at all, was taken now. */
async function takenAtOf(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 128 * 1_024).arrayBuffer());
  const noted = exifTakenAt(head);
  if (noted !== null) return noted;
  const now = Date.now();
  const modified = file.lastModified > 0 && file.lastModified <= now ? file.lastModified : now;
  return new Date(modified).toISOString();
}

export function blankCanvas({ width, height }: { readonly width: number; readonly height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas');
  return context;
}

/** Draws a picture with these regions made unrecognisable; the picture itself stays as it is. */
export function drawBlurred(onto: HTMLCanvasElement, picture: HTMLCanvasElement, regions: readonly Region[]): void {
  const context = contextOf(onto);
  context.drawImage(picture, 0, 0);
  for (const region of regions) {
    const { x, y, width, height } = region;
    const pixels = context.getImageData(x, y, width, height);
    pixelate(pixels, squareEdge(region));
    context.putImageData(pixels, x, y);
  }
}

/** A canvas as a JPEG of at most 400 kB: a lower quality first, then a smaller picture. */
export async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  for (let step = firstStep; ; step = nextStep(step)) {
    const blob = await encoded(canvas, step);
    if (blob.size <= heaviest || step.scale < 0.1) return new Uint8Array(await blob.arrayBuffer());
  }
}

function encoded(canvas: HTMLCanvasElement, { scale, quality }: Step): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('The picture could not be written')));
    scaled(canvas, scale).toBlob(done, 'image/jpeg', quality);
  });
}

function scaled(canvas: HTMLCanvasElement, scale: number): HTMLCanvasElement {
  if (scale === 1) return canvas;
  const smaller = blankCanvas(fitted(canvas.width, canvas.height, Math.max(canvas.width, canvas.height) * scale));
  const context = contextOf(smaller);
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return smaller;
}
