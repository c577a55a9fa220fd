import type { EntityManager } from 'typeorm';
import { standings, type Standing } from '#campaigns';
import { evidenceChanged } from '#database';
import { readContribution } from '#instruments';
import { exact, plusTally, type Exact, type ExactTally } from './exact-tally.js';
import { countedResponse, lockMark, type CountedResponse, type ResponseKey } from './fold-mark.queries.js';
import { keepTallies, talliesOf } from './survey-tallies.queries.js';

/**
 * Moves a response in the tallies from one standing to another, in the transaction that changes its row and that holds it
 * locked. One that is not folded yet is not in them: it will be folded as it stands then. Folding waits until the
 * transaction ends.
 * @param from the standing it had before this transaction
 * @throws Error when the tallies do not have a response that was folded: they are to be made anew
 */
export async function moveStanding(db: EntityManager, key: ResponseKey, from: Standing, to: Standing): Promise<void> {
  await lockMark(db);
  const response = await countedResponse(db, key);
  if (!response.isFolded || from === to) return;
  const { cycleId, agencyId } = key;
  const { place, outcome, segment } = response;
  const at = (standing: Standing) => {
    return { cycleId, agencyId, place, outcome, segment, standing: standings.indexOf(standing) };
  };
  const kept = await talliesOf(db, [at(from), at(to)]);
  const was = kept.find(({ standing }) => standing === standings.indexOf(from))?.tally;
  if (!was) throw new Error(`The tallies do not have a response that was folded: ${key.id}`);
  const own = tallyOf(response, was);
  const other = kept.find(({ standing }) => standing === standings.indexOf(to))?.tally;
  await keepTallies(db, [
    { ...at(from), tally: plusTally(was, own, -1) },
    { ...at(to), tally: other ? plusTally(other, own) : own },
  ]);
  await evidenceChanged(db);
}

/** The tally of one response, in the layout of another. */
function tallyOf({ contribution }: CountedResponse, { counts, sums }: ExactTally): ExactTally {
  const own = { responses: 1, counts: new Int32Array(counts.length), sums: sums.map((): Exact => 0) };
  const score = (place: number, value: number | bigint) => {
    const sum = BigInt(value);
    own.sums.splice(3 * place, 3, 1, exact(sum), exact(sum * sum));
  };
  readContribution(contribution, 0, { raise: (place) => own.counts[place]!++, score, scoreLarge: score });
  return own;
}
