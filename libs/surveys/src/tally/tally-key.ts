import { standings } from '#campaigns';

/** What a tally of responses is of. */
export interface TallyKey {
  /** The number of the place. */
  readonly place: number;
  readonly outcome: string;
  readonly segment: string;
  /** 0 counted, 1 held, 2 excluded. */
  readonly standing: number;
}

/** What a key of the sums says. */
export function keyOf(key: Buffer): TallyKey {
  const outcome = 8;
  const segment = outcome + 4 + key.readInt32BE(outcome);
  const standing = segment + 4 + key.readInt32BE(segment);
  return {
    place: placeOf(key),
    outcome: key.toString('utf8', outcome + 4, segment),
    segment: key.toString('utf8', segment + 4, standing),
    standing: standingIn(key.readInt16BE(standing + 4)),
  };
}

function standingIn(number: number): number {
  if (standings[number] === undefined) throw new Error(`There is no standing ${number}`);
  return number;
}

/** The place that a key says. */
export function placeOf(key: Buffer): number {
  return key.readInt32BE(4);
}
