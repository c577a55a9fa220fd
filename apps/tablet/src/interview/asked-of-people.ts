import { isAskable } from '#campaigns';
import type { AskedSection, Spot } from '../filling/asked.js';

/**
 * What of a questionnaire is asked in an interview: the same as on its public page. Photos, signatures and sections that
 * repeat are not asked, so that answers do not differ by the way they came in.
 */
export function askedOfPeople(sections: readonly AskedSection[]): readonly AskedSection[] {
  return sections.flatMap(({ section, sets }) => {
    if (section.repeat) return [];
    const spots = sets.flat().filter(({ item }) => item.type === 'note' || isAskable(item));
    return spots.length > 0 ? [{ section, sets: [spots.map(withoutEvidence)] }] : [];
  });
}

function withoutEvidence(spot: Spot): Spot {
  const item = { ...spot.item };
  delete item.evidence;
  return { ...spot, item };
}
