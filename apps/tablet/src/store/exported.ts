import { exportParts, newExportPassword, type ExportIndex } from '#fieldwork';
import { filesNeeded, waitingInOrder } from './kept.js';
import type { Keeper } from './keeper.js';
import type { Exported } from './model.js';

/** All that was not sent, as one encrypted file, drafts as they stand on the screen. */
export async function exportedFrom(keeper: Keeper): Promise<Exported> {
  const { kept, newest } = keeper;
  const needed = [...filesNeeded(kept)];
  const here = await Promise.all(needed.map((hash) => keeper.hasPhoto(hash)));
  const madeAt = new Date().toISOString();
  const index: ExportIndex = {
    schema: 'nujoom.tablet-export/1',
    madeAt,
    device: kept.enrolled?.device ?? '',
    shopper: kept.enrolled?.shopper ?? '',
    visits: waitingInOrder(kept).map(({ id, body }) => ({ id, body })),
    drafts: [...newest.draft.values()],
    photos: needed.filter((_, position) => here[position]),
  };
  const password = newExportPassword();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const photo = async (hash: string) => (await keeper.photo(hash)) ?? new Uint8Array();
  for await (const part of exportParts(index, photo, password)) parts.push(part);
  const file = new Blob(parts, { type: 'application/octet-stream' });
  return { file, name: `notes-${madeAt.slice(0, 10)}.bin`, password };
}
