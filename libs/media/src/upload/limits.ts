const mebibyte = 1024 * 1024;

/** The largest file that is taken, in bytes, and as people read it. */
export const largestMedia = { bytes: 10 * mebibyte, text: '10 MiB' } as const;

/** The most bytes of one request. A tablet sends less at once on a poor line. */
export const largestChunk = { bytes: mebibyte, text: '1 MiB' } as const;

/** The most an account may have announced and not sent to its end. */
export const mostUnfinished = { bytes: 200 * mebibyte, text: '200 MiB' } as const;

/** The most photos that are gathered in memory at the same time, a mebibyte for each; more go through files. */
export const mostAtOnce = 32;

/** How long a file that arrived in part is kept, in ms. */
export const keptUnfinished = 7 * 24 * 3_600_000;

/** The most pixels of a picture. To turn and shrink one, up to six bytes for each are held. */
export const mostPixels = 50_000_000;
