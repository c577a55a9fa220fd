import { readFileSync, readdirSync } from 'node:fs';
import { keyOfFeed, readScheme } from '#scoring';
import type { Feed, Scheme, SchemeCriterion, UnitEvidence } from '#scoring';

const folder = 'methods/schemes';

/** The files of rating schemes that ship with the platform. */
export const schemeFiles = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Any document that ships, as JSON. */
export function documentIn(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A scheme that ships. @throws Error with its faults when it cannot be judged by */
export function shippedScheme(file: string): Scheme {
  const { scheme, faults } = readScheme(documentIn(`${folder}/${file}`));
  if (!scheme) throw new Error(`${file}: ${JSON.stringify(faults)}`);
  return scheme;
}

export function criteriaOf({ pillars }: Scheme): SchemeCriterion[] {
  return pillars.flatMap(({ elements }) => elements.flatMap(({ criteria }) => criteria));
}

/** Every feed of a scheme that reads something measured. */
export function measuredFeedsOf(scheme: Scheme): Exclude<Feed, { by: 'grading' }>[] {
  const feeds = [
    ...criteriaOf(scheme).map(({ feed }) => feed),
    ...scheme.components.flatMap(({ of }) => (of === 'pillars' ? [] : [of])),
  ];
  return feeds.filter((feed) => feed.by !== 'grading');
}

/** A unit of which nothing is missing: every criterion at one level with its evidence, every measured figure the same. */
export function completeUnit(scheme: Scheme, channelType: string, level: string, value: number): UnitEvidence {
  return {
    unit: 'a unit',
    agency: 'an agency',
    channelType,
    gradings: new Map(criteriaOf(scheme).map(({ code }) => [code, { level, hasEvidence: true }])),
    observations: new Map(measuredFeedsOf(scheme).map((feed) => [keyOfFeed(feed), { value, n: 100, error: null }])),
    violations: [],
  };
}
