/** A part of a picture, in its pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels as a canvas has them: four bytes each, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The region between two corners, whichever way it was drawn, within the picture; null when nothing of it is inside. */
export function regionBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  within: { readonly width: number; readonly height: number },
): Region | null {
  const x = Math.max(0, Math.floor(Math.min(from.x, to.x)));
  const y = Math.max(0, Math.floor(Math.min(from.y, to.y)));
  const width = Math.min(within.width, Math.ceil(Math.max(from.x, to.x))) - x;
  const height = Math.min(within.height, Math.ceil(Math.max(from.y, to.y))) - y;
  return width < 1 || height < 1 ? null : { x, y, width, height };
}

/** The edge of the squares: at most five along the longer edge, so that no face and no plate can be made out. */
export function squareEdge({ width, height }: Region): number {
  return Math.max(16, Math.ceil(Math.max(width, height) / 5));
}

/** Replaces every square of a picture by its mean colour, in place. What was there cannot be brought back from it. */
export function pixelate({ data, width, height }: Pixels, edge: number): void {
  for (let top = 0; top < height; top += edge) {
    for (let start = 0; start < width; start += edge) {
      flatten(data, width, {
        x: start,
        y: top,
        width: Math.min(edge, width - start),
        height: Math.min(edge, height - top),
      });
    }
  }
}

function flatten(data: Uint8ClampedArray, rowWidth: number, { x, y, width, height }: Region): void {
  const sums = [0, 0, 0, 0];
  const eachByte = (visit: (at: number, channel: number) => void) => {
    for (let row = y; row < y + height; row++) {
      const first = (row * rowWidth + x) * 4;
      for (let byte = 0; byte < width * 4; byte++) visit(first + byte, byte % 4);
    }
  };
  eachByte((at, channel) => (sums[channel] = (sums[channel] ?? 0) + (data[at] ?? 0)));
  eachByte((at, channel) => (data[at] = Math.round((sums[channel] ?? 0) / (width * height))));
}

/** A region moved, or made larger or smaller, by keys; it stays within the picture and never below 16 pixels. */
export function nudged(
  region: Region,
  key: string,
  resize: boolean,
  within: { readonly width: number; readonly height: number },
): Region | null {
  const step = Math.max(8, Math.round(Math.max(within.width, within.height) / 40));
  const along = key === 'ArrowLeft' ? -step : key === 'ArrowRight' ? step : 0;
  const down = key === 'ArrowUp' ? -step : key === 'ArrowDown' ? step : 0;
  if (along === 0 && down === 0) return null;
  const width = clamp(region.width + (resize ? along : 0), 16, within.width);
  const height = clamp(region.height + (resize ? down : 0), 16, within.height);
  const x = clamp(region.x + (resize ? 0 : along), 0, within.width - width);
  const y = clamp(region.y + (resize ? 0 : down), 0, within.height - height);
  return { x, y, width, height };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
