import { allAlike } from './answer-checks.js';
import type { CheckContext, CheckedVisit } from './check-context.js';
import { clockJumped, clockOff, timeZoneDiffers } from './clock-checks.js';
import { commentsRepeated } from './comment-checks.js';
import { contradiction } from './contradiction-check.js';
import { tooQuick, tooShort } from './duration-checks.js';
import { factsOf, type Check } from './facts.js';
import { findingWeight, type Finding } from './finding.js';
import { late, outsideHours, outsideWindow } from './hours-checks.js';
import { photoAlike, photoSeen, photoTimes } from './photo-checks.js';
import { mockLocation, outsideFence, placeRefused, poorAccuracy } from './place-checks.js';
import { revisedMuch } from './revision-checks.js';
import { impossibleTravel } from './travel-checks.js';

const checks: readonly Check[] = [
  outsideHours,
  outsideFence,
  mockLocation,
  tooShort,
  impossibleTravel,
  photoSeen,
  photoAlike,
  allAlike,
  commentsRepeated,
  contradiction,
  tooQuick,
  outsideWindow,
  late,
  poorAccuracy,
  placeRefused,
  photoTimes,
  clockOff,
  clockJumped,
  timeZoneDiffers,
  revisedMuch,
];

/**
 * The reasons to look at a visit, the serious ones first: never a verdict. Times of the device are compared with what is known
 * of the world after its clock's error is taken out. What is unknown leads to no finding. Never throws for a valid `SentVisit`.
 */
export function findingsOf(visit: CheckedVisit, context: CheckContext): readonly Finding[] {
  if (!context.checks) return [];
  const facts = factsOf(visit, context, context.checks);
  const found = checks.flatMap((check) => [...check(facts)]);
  return [...found.filter(isSerious), ...found.filter((one) => !isSerious(one))];
}

function isSerious({ code }: Finding): boolean {
  return findingWeight(code) === 'serious';
}
