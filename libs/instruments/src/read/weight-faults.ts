import type { Fault } from '#contract';
import { faultAt } from '#documents';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import { placesOf } from '../document/places.js';

/** Weights that leave nothing to be counted, where there is something to count. */
export function* weightFaults({ dimensions, sections, scoring, ...rest }: Instrument): Generator<Fault> {
  const scored = placesOf({ dimensions, sections, scoring, ...rest }).filter(({ item }) => isScored(item));
  if (dimensions.length > 0 && dimensions.every(({ weight }) => weight === 0)) {
    yield faultAt('dimensions', 'weightsAllZero');
  }
  if (scored.length === 0) return;
  if (scored.every(({ item }) => item.weight === 0)) yield faultAt('sections', 'weightsAllZero');
  else if (scoring.mode === 'sections' && scored.every(({ item, section }) => item.weight * section.weight === 0)) {
    yield faultAt('sections', 'weightsAllZero');
  }
}

function isScored(item: Item): boolean {
  switch (item.type) {
    case 'yesNo':
    case 'scale':
    case 'matrix':
      return true;
    case 'choice':
    case 'choices':
      return item.options.some(({ points }) => points !== undefined);
    case 'number':
    case 'timePair':
      return item.points !== undefined;
    default:
      return false;
  }
}
