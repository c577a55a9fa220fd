import { Problem } from '#contract';

/** Seconds after which there may be space again. */
const retryAfter = 60;

/** Does what writes; that there is no space, or no more of what one may have, is a refusal with a name. */
export async function refusingWhenFull<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw isFull ? storeFull(error) : error;
  }
}

export function storeFull(cause?: unknown): Problem {
  return new Problem('media.storeFull', { retryAfter }, { cause });
}
