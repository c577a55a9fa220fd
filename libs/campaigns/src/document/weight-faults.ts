import type { Fault } from '#contract';
import { faultAt, repeatedIn, wordsOf, type Placed } from '#documents';
import type { Campaign } from './campaign.js';

type Margin = NonNullable<Campaign['weights']>['margins'][number];

/** Totals are known by what the campaign declares, each dimension once, and there is somebody in them. */
export function* weightFaults(campaign: Campaign): Generator<Fault> {
  const margins = campaign.weights?.margins ?? [];
  yield* repeatedIn(margins.map(({ by }, at): Placed => [nameOf(by), `weights.margins[${at}].by`]));
  for (const [at, { by, totals }] of margins.entries()) {
    const path = `weights.margins[${at}]`;
    yield* dimensionFaults(campaign, by, path);
    yield* memberFaults(campaign, { by, totals }, path);
    if (!Object.values(totals).some((total) => total > 0)) yield faultAt(`${path}.totals`, 'weightsAllZero');
  }
}

function nameOf(by: Margin['by']): string {
  return typeof by === 'string' ? by : `cut:${by.cut}`;
}

function* dimensionFaults({ cuts, outcomeItem }: Campaign, by: Margin['by'], path: string): Generator<Fault> {
  if (typeof by !== 'string') {
    if (!cuts.includes(by.cut)) yield faultAt(`${path}.by.cut`, 'notOneOf', { options: wordsOf(cuts) }, by.cut);
  } else if (by === 'outcome' && outcomeItem === undefined) {
    yield faultAt(`${path}.by`, 'needs', { other: 'outcomeItem' }, by);
  }
}

/** Whom the campaign does not ask about cannot stand for part of the population. */
function* memberFaults({ places }: Campaign, { by, totals }: Margin, path: string): Generator<Fault> {
  if (by !== 'agency' && by !== 'centre' && by !== 'service') return;
  const asked = new Set(places.map((place) => place[by]));
  for (const code of Object.keys(totals)) {
    if (!asked.has(code)) yield faultAt(`${path}.totals.${code}`, 'unknown');
  }
}
