import type { Fault } from '#contract';
import { faultAt, repeatedIn, wordsIn, type Placed } from '#documents';
import type { Campaign } from './campaign.js';
import { placeKey } from './place-key.js';
import { wordingFaults } from './wording-faults.js';
import { weightFaults } from './weight-faults.js';

/** What is wrong with a campaign whose shape is right, each fault once, as far as it can be told from the campaign alone. */
export function* campaignFaults(campaign: Campaign): Generator<Fault> {
  const { code, opens, closes, outcomeItem, cuts, languages } = campaign;
  // its address would be that of the schema
  if (code === 'schema') yield faultAt('code', 'mustDiffer', { other: 'schema' }, code);
  if (Date.parse(closes) <= Date.parse(opens)) yield faultAt('closes', 'emptyRange', undefined, closes);
  yield* repeatedIn(wordsIn(languages, 'languages'));
  yield* wordingFaults(campaign, languages ?? []);
  yield* repeatedIn(wordsIn(cuts, 'cuts'));
  for (const [at, cut] of cuts.entries()) {
    if (cut === outcomeItem) yield faultAt(`cuts[${at}]`, 'mustDiffer', { other: 'outcomeItem' }, cut);
  }
  yield* placeFaults(campaign);
  yield* weightFaults(campaign);
  if (campaign.study === 'employee-happiness') yield* employeeFaults(campaign);
}

/** No place is asked about twice, and what has a quota is asked about. */
function* placeFaults({ places, quotas }: Campaign): Generator<Fault> {
  const keys = places.map(placeKey);
  yield* repeatedPlaces(keys.map((key, at): Placed => [key, `places[${at}]`]));
  const known = new Set(keys);
  const limited = quotas.map(({ place }, at): Placed => [placeKey(place), `quotas[${at}].place`]);
  yield* repeatedPlaces(limited);
  for (const [key, where] of limited) if (!known.has(key)) yield faultAt(where, 'unknown');
}

/** The key of a place is for machines: it is not shown. */
function* repeatedPlaces(list: readonly Placed[]): Generator<Fault> {
  for (const { where, reason, params } of repeatedIn(list)) yield { where, reason, ...(params && { params }) };
}

/** Employees are asked about their work, not about a service, and comments tell more of a group than its numbers do. */
function* employeeFaults({ outcomeItem, places, quotas, anonymity }: Campaign): Generator<Fault> {
  if (outcomeItem !== undefined) yield faultAt('outcomeItem', 'noEffect', undefined, outcomeItem);
  for (const [at, { service, channel }] of places.entries()) {
    if (service !== undefined) yield faultAt(`places[${at}].service`, 'noEffect', undefined, service);
    if (channel !== undefined) yield faultAt(`places[${at}].channel`, 'noEffect', undefined, channel);
  }
  // Their answers are counted when they are mixed, and a link that stops working tells that others have answered.
  for (const [at, { whenFull }] of quotas.entries()) {
    if (whenFull === 'close') yield faultAt(`quotas[${at}].whenFull`, 'noEffect', undefined, whenFull);
  }
  const { least, leastForComments } = anonymity;
  if (leastForComments < least) {
    yield faultAt('anonymity.leastForComments', 'tooSmall', { min: least }, leastForComments);
  }
}
