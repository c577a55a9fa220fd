import type { TabletState } from './model.js';

/** Something has waited so long that it should leave this tablet another way. */
export const longestWaitMs = 24 * 3_600_000;
/** Some fifty photos more. */
export const leastSpace = 50_000_000;
/** Photos that wait, of some thousand at most: browsers overstate what is left, so what is held is counted as well. */
export const mostHeld = 400_000_000;

export type Warning =
  'unsavedFull' | 'unsavedFailed' | 'signInNeeded' | 'waitedLong' | 'interviewsWaited' | 'spaceShort' | 'notPersisted';

/** What the shopper has to be warned of, the most urgent first. */
export function warningsOf(state: TabletState, now: number): readonly Warning[] {
  const { unsaved, signInNeeded, waiting, drafts, interviews, spaceLeft, persisted } = state;
  const isLong = ({ finishedAt }: { readonly finishedAt: string }) => now - Date.parse(finishedAt) > longestWaitMs;
  const held = [waiting, drafts, interviews.waiting, interviews.begun].some(({ length }) => length > 0);
  const all: readonly [Warning, boolean][] = [
    ['unsavedFull', unsaved === 'full'],
    ['unsavedFailed', unsaved === 'failed'],
    ['signInNeeded', signInNeeded],
    ['waitedLong', waiting.some(isLong)],
    ['interviewsWaited', interviews.waiting.some(isLong)],
    ['spaceShort', (spaceLeft !== null && spaceLeft < leastSpace) || heldBytes(state) > mostHeld],
    ['notPersisted', !persisted && held],
  ];
  return all.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** The bytes of all photos that are on this tablet only. */
function heldBytes({ drafts, waiting }: Pick<TabletState, 'drafts' | 'waiting'>): number {
  const ofDrafts = drafts.flatMap(({ photos }) => photos.filter(({ sent }) => !sent));
  return [...ofDrafts, ...waiting.flatMap(({ files }) => files)].reduce((sum, { bytes }) => sum + bytes, 0);
}
