/** The most a photo may measure along its longer edge, in pixels, and weigh, in bytes. */
export const longEdge = 1_600;
export const heaviest = 400_000;

/** How a photo is written: its size as a part of the fitted one, and its JPEG quality. */
export interface Step {
  readonly scale: number;
  readonly quality: number;
}

const bestQuality = 0.86;
const worstQuality = 0.5;

/** The first try. */
export const firstStep: Step = { scale: 1, quality: bestQuality };

/** What to try when the last step was still too heavy: a lower quality, and once that shows, a smaller picture. */
export function nextStep({ scale, quality }: Step): Step {
  const lower = Math.round((quality - 0.12) * 100) / 100;
  return lower >= worstQuality ? { scale, quality: lower } : { scale: scale * 0.8, quality: bestQuality };
}

/** Width and height that keep the shape and fit the long edge; a smaller picture stays as it is. Never below 1. */
export function fitted(
  width: number,
  height: number,
  most = longEdge,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
