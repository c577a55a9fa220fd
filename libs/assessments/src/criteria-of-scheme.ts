import type { Scheme } from '#scoring';
import type { Criteria, CriterionRule } from './criteria.js';

/** What a scheme lets assessors grade: its criteria that are fed by a grading, and its levels. */
export function criteriaOfScheme({ pillars, levels }: Scheme): Criteria {
  const criteria = new Map<string, CriterionRule>();
  for (const pillar of pillars) {
    for (const element of pillar.elements) {
      for (const { code, feed, evidence, channels } of element.criteria) {
        if (feed.by !== 'grading') continue;
        const named = [pillar.channels, element.channels, channels].filter((list) => list !== undefined);
        const only = named.reduce<readonly string[] | null>(
          (kept, list) => (kept === null ? list : kept.filter((channel) => list.includes(channel))),
          null,
        );
        criteria.set(code, { evidence, ...(only === null ? {} : { channels: only }) });
      }
    }
  }
  return { criteria, levels: levels.map(({ code }) => code) };
}
