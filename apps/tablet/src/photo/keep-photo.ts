import { lastFixOf, withoutLoosePhotos, withPhoto, type DraftChange } from '../capture/draft-changes.js';
import type { VisitFilling } from '../capture/visit-filling.js';
import { jpegOf } from './picture.js';

/** What is known of a picture besides its pixels. */
export interface PictureFacts {
  readonly takenAt: string;
  readonly blurred: boolean;
}

/**
 * Keeps a picture and then refers to it: first the bytes are durable, then the draft names them. The other way round a
 * tablet that dies in between would hold a draft without its photo.
 * @param refer how the draft names it, given its hash
 * @throws when the bytes cannot be kept; the draft is as it was
 */
export async function keepPhoto(
  { store, latest, change }: Pick<VisitFilling, 'store' | 'latest' | 'change'>,
  canvas: HTMLCanvasElement,
  { takenAt, blurred }: PictureFacts,
  refer: (hash: string) => DraftChange,
): Promise<void> {
  const { hash, bytes } = await store.keepPhoto(await jpegOf(canvas));
  const place = lastFixOf(latest());
  change(withPhoto({ hash, bytes, takenAt, blurred, ...(place ? { place } : {}) }, refer(hash)));
}

/**
 * The other way round: first no saved draft names the photo, then its bytes go. They stay when another answer names it.
 * @param unname how the draft stops naming it
 */
export async function forgetPhoto(
  { store, latest, change, settled }: Pick<VisitFilling, 'store' | 'latest' | 'change' | 'settled'>,
  hash: string,
  unname: DraftChange,
): Promise<void> {
  change((draft) => withoutLoosePhotos(unname(draft)));
  await settled();
  if (!latest().photos.some((one) => one.hash === hash)) await store.dropPhoto(hash);
}
