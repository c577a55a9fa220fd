import type { Occasion } from './centre-visits.js';
import type { PlanDay } from './days.js';
import { windowsApart, windowsSideBySide, type DueWindow } from './due-windows.js';
import { plannableDays } from './plannable-days.js';
import type { VisitPlan } from './visit-plan.js';

/**
 * The occasions of a centre that is visited so often in each wave, in order of time. Each wave is cut into as many parts; any
 * two lie `rules.daysBetween` apart, also across waves, wherever a wave is long enough for that. A wave without a day on
 * which visits can be made has none.
 */
export function occasionsOf(plan: VisitPlan, visitsPerWave: number): readonly Occasion[] {
  const { daysBetween } = plan.rules;
  const occasions: Occasion[] = [];
  if (visitsPerWave === 0) return occasions;
  for (const wave of plan.waves.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = occasions.at(-1)?.days.at(-1)?.number ?? -Infinity;
    const all = plannableDays(plan, wave);
    const free = all.filter(({ number }) => number - before >= daysBetween);
    const parts = apart(free, visitsPerWave, daysBetween) ?? apart(all, visitsPerWave, daysBetween);
    for (const days of parts ?? cutInto(all, windowsSideBySide(numbersOf(all), visitsPerWave))) {
      occasions.push({ wave: wave.code, days });
    }
  }
  return occasions;
}

function apart(days: readonly PlanDay[], visits: number, between: number): readonly (readonly PlanDay[])[] | null {
  const windows = windowsApart(numbersOf(days), visits, between);
  return windows && cutInto(days, windows);
}

function cutInto(days: readonly PlanDay[], windows: readonly DueWindow[]): readonly (readonly PlanDay[])[] {
  return windows.map(({ first, last }) => days.slice(first, last + 1));
}

function numbersOf(days: readonly PlanDay[]): readonly number[] {
  return days.map(({ number }) => number);
}
