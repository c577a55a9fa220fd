import type { CheckContext } from './check-context.js';
import { serious, type Finding } from './finding.js';
import { findingsOf } from './findings-of.js';
import { cheats, type Cheat } from './test/seeded-cheaters.js';
import { judgedOf, seededProgramme, type Judged } from './test/seeded-programme.js';
import { limits } from './test/visit-form.js';

const judged = judgedOf(seededProgramme(22));
const ofKind = (kind: string) => judged.filter(({ made }) => made.kind === kind);
const made = cheats.flatMap(ofKind);

const found = new Map(judged.map((one) => [one, findingsOf(one.made.visit, one.context)]));
const isFlagged = (findings: readonly Finding[] = []) => serious(findings).length > 0;

/** The part of visits in which something serious was found. */
function flagged(visits: readonly Judged[]): number {
  return visits.filter((one) => isFlagged(found.get(one))).length / visits.length;
}

describe('S-22: visits that were made up', () => {
  it('is tried on 1,000 honest visits and a hundred of each kind of cheat', () => {
    expect(ofKind('honest')).toHaveLength(1_000);
    expect(made).toHaveLength(600);
    for (const kind of cheats) expect(ofKind(kind).length).toBeGreaterThanOrEqual(99);
  });

  it('are found, at least 95 of 100, and 85 of 100 of each kind', () => {
    expect(flagged(made)).toBeGreaterThanOrEqual(0.95);
    for (const kind of cheats) expect([kind, flagged(ofKind(kind)) >= 0.85]).toEqual([kind, true]);
  });

  it('and of 100 honest visits at most one is flagged', () => {
    expect(flagged(ofKind('honest'))).toBeLessThanOrEqual(0.01);
  });

  it.each<[Cheat, Partial<CheckContext>]>([
    ['atHome', { centre: null }],
    ['tooQuick', { checks: { ...limits, minMinutes: 0 } }],
    ['copiedPhotos', { photosElsewhere: [] }],
    ['copiedRemarks', { earlierComments: [] }],
    ['straightLined', { instrument: null }],
    ['impossibleDay', { neighbours: [] }],
  ])('negative control: %s is not found without what gives it away', (kind, unknown) => {
    const visits = ofKind(kind).map(({ made: { visit }, context }) => findingsOf(visit, { ...context, ...unknown }));
    expect(visits.filter(isFlagged).length / visits.length).toBeLessThanOrEqual(0.05);
  });

  it('negative control: with the checks switched off nothing is found', () => {
    const off = judged.flatMap(({ made: { visit }, context }) => findingsOf(visit, { ...context, checks: null }));
    expect(off).toEqual([]);
    expect([...found.values()].flat().length).toBeGreaterThan(600);
  });
});
