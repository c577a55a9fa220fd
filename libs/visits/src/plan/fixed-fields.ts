import type { Fault } from '#contract';
import { contentHash } from '#documents';
import type { VisitPlan } from '#fieldwork';

/** What made the visits that stand: another value there would describe other visits than those. */
const fixed = [
  'timeZone',
  'instruments',
  'visitsPerWave',
  'centres',
  'weekdays',
  'hours',
  'languages',
  'genders',
  'doubles',
] as const;

/**
 * What a new plan may not change once visits were made: how they were spread, scenarios but for their texts, and waves of which
 * visits are made. Rules, checks, calendar, appeals, grace, contradictions, texts, and waves to come may change.
 */
export function changesOfFixed(before: VisitPlan, after: VisitPlan, made: ReadonlySet<string>): Fault[] {
  const changed = fixed.filter((field) => !isSame(before[field], after[field]));
  return [
    ...changed.map((field) => contradicts(field, before[field])),
    ...before.scenarios.flatMap((scenario) => {
      const same = after.scenarios.find(({ code }) => code === scenario.code);
      const kept = same && isSame(withoutTexts(scenario), withoutTexts(same));
      return kept ? [] : [contradicts(`scenarios.${scenario.code}`, withoutTexts(scenario))];
    }),
    ...before.waves.flatMap(({ code, from, to }) => {
      const same = after.waves.find((wave) => wave.code === code);
      if (!made.has(code) || (same?.from === from && same.to === to)) return [];
      return [contradicts(`waves.${code}`, `${from}/${to}`)];
    }),
  ];
}

function withoutTexts({ code, channelTypes, services }: VisitPlan['scenarios'][number]) {
  return { code, channelTypes: channelTypes ?? null, services: services ?? null };
}

function contradicts(where: string, stored: unknown): Fault {
  const text = typeof stored === 'string' ? stored : JSON.stringify(stored);
  return { where, reason: 'contradicts', params: { stored: text.slice(0, 200) } };
}

function isSame(before: unknown, after: unknown): boolean {
  return contentHash(before) === contentHash(after);
}
