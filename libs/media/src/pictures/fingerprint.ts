/** The size a picture is shrunk to for its fingerprint: each pixel is compared with the one to its right. */
export const fingerprintSize = { width: 9, height: 8 } as const;

/** Below this difference between its lightest and darkest pixel, of 255, a picture tells nothing: a covered lens, a wall. */
const leastContrast = 10;

/**
 * The difference hash (dHash) of a picture of 9 × 8 grey values, row by row: 64 binary digits, 1 where a pixel is darker
 * than the one to its right. The same picture, shrunk, sharpened or stored anew, differs in few of them. Null for one
 * that is too even: all such would be alike. (N. Krawetz, "Kind of Like That", 2013.)
 */
export function fingerprintOf(grey: Uint8Array): string | null {
  if (Math.max(...grey) - Math.min(...grey) < leastContrast) return null;
  let bits = '';
  for (let row = 0; row < fingerprintSize.height; row += 1) {
    for (let column = 0; column < fingerprintSize.width - 1; column += 1) {
      const at = row * fingerprintSize.width + column;
      bits += (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? '1' : '0';
    }
  }
  return bits;
}
