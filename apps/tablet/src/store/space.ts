/** What the browser says about the storage of this application. */
export interface Space {
  /** It promised not to clear it by itself. */
  readonly persisted: boolean;
  /** Bytes left; null: it does not tell. */
  readonly left: number | null;
}

/** Asks the browser to keep the storage, once more each time: it may agree later. */
export async function askedSpace(): Promise<Space> {
  try {
    const persisted = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    const { quota, usage } = await navigator.storage.estimate();
    return { persisted, left: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage) };
  } catch {
    return { persisted: false, left: null };
  }
}
