import type { Draft } from '../store/model.js';
import { SheetKeeper } from './sheet-keeper.js';
import { sampleDraft } from '../capture/sample-visit.js';

const page = (to: number) => (draft: Draft) => ({ ...draft, page: to });
const at = '2026-11-22T09:00:00.000Z';

/** A storage whose saves end when the spec says so. */
function storage() {
  const saved: number[] = [];
  const ends: { ok: () => void; fail: () => void }[] = [];
  const save = (draft: Draft) =>
    new Promise<void>((resolve, reject) => {
      saved.push(draft.page);
      ends.push({ ok: resolve, fail: () => reject(new Error('full')) });
    });
  return { saved, ends, keeper: new SheetKeeper(sampleDraft(), save, () => at) };
}

describe('a draft that is kept', () => {
  it('is saved with every change at once, and says when it was changed', () => {
    const { saved, keeper } = storage();
    keeper.change(page(1));
    expect(saved).toEqual([1]);
    expect(keeper.current).toEqual({ draft: { ...sampleDraft(), page: 1, changedAt: at }, keeping: 'saving' });
  });

  it('saves the latest next, when the storage is slow, and skips what was in between', async () => {
    const { saved, ends, keeper } = storage();
    for (const to of [1, 2, 3]) keeper.change(page(to));
    const settled = keeper.settled();
    ends[0]?.ok();
    await Promise.resolve();
    await Promise.resolve();
    expect(saved).toEqual([1, 3]);
    expect(keeper.current.keeping).toBe('saving');
    ends[1]?.ok();
    await settled;
    expect(keeper.current.keeping).toBe('saved');
  });

  it('says when it could not be saved, keeps what was typed, and tries again with the next change', async () => {
    const { saved, ends, keeper } = storage();
    keeper.change(page(1));
    const settled = keeper.settled();
    ends[0]?.fail();
    await expect(settled).rejects.toThrow();
    expect(keeper.current).toMatchObject({ keeping: 'failed', draft: { page: 1 } });
    keeper.change(page(2));
    expect(saved).toEqual([1, 2]);
    ends[1]?.ok();
    await keeper.settled();
    expect(keeper.current.keeping).toBe('saved');
  });

  it('follows what another tab saved later, but never while something here is on its way', () => {
    const { keeper } = storage();
    const later = { ...sampleDraft(), page: 5, changedAt: '2099-01-01T00:00:00.000Z' };
    keeper.follow({ ...later, changedAt: sampleDraft().changedAt });
    expect(keeper.current.draft.page).toBe(sampleDraft().page);
    keeper.follow(later);
    expect(keeper.current).toEqual({ draft: later, keeping: 'saved' });
    keeper.change(page(6));
    keeper.follow({ ...later, page: 7, changedAt: '2099-01-02T00:00:00.000Z' });
    expect(keeper.current).toMatchObject({ draft: { page: 6 }, keeping: 'saving' });
  });

  it('tries again when asked whether all is durable', async () => {
    const { saved, ends, keeper } = storage();
    keeper.change(page(1));
    ends[0]?.fail();
    await keeper.settled().catch(() => undefined);
    const again = keeper.settled();
    expect(saved).toEqual([1, 1]);
    ends[1]?.ok();
    await again;
  });

  it('tells those who look, until they look away', () => {
    const { keeper } = storage();
    let told = 0;
    const stop = keeper.subscribe(() => told++);
    keeper.change(page(1));
    stop();
    keeper.change(page(2));
    expect(told).toBe(1);
  });
});
