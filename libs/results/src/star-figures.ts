import type { EntityManager } from 'typeorm';
import { findSchemeId, type Cycle } from '#cycles';
import { starChangeOf, type AgencyRef, type CycleStars, type SchemeRef } from '#figures';
import { listServing } from '#network';
import { methodOf } from '#schemes';
import {
  changeTally,
  judge,
  onCommonItemsOf,
  programmeOf,
  type FoundPair,
  type Judgement,
  type Rated,
  type UnitEvidence,
} from '#scoring';
import { compiledFor, findPreviousStarCycle, starCycleOf, type StarCycle } from './star-cycle.js';
import { ratedUnits } from './star-evidence.js';
import { agencyTally, type AgencyTally, type StarCycles } from './star-figures-agency.js';
import { starCentreOf } from './star-figures-centre.js';
import { programmeStarsOf } from './star-figures-programme.js';
import { schemeRefOf, titlesOf } from './star-figures-titles.js';
import { twoTrees, type JudgedAlike } from './star-figures-tree.js';
import { unitPairs } from './star-pairs.js';

/**
 * The stars of a cycle for its figures: a page of centres at a time, of each of which but what is printed stays. Null for a cycle
 * that was opened without a scheme.
 */
export async function loadStars(
  db: EntityManager,
  cycle: Cycle,
  agencies: readonly AgencyRef[],
): Promise<CycleStars | null> {
  if ((await findSchemeId(db, cycle)) === null) return null;
  const now = await starCycleOf(db, cycle.key);
  const before = await findPreviousStarCycle(db, now);
  const trees = twoTrees(now.scheme, before?.scheme ?? null);
  const cycles: StarCycles = { now, before, titles: titlesOf(now.scheme), trees };
  const tally = await talliedStars(db, cycles);
  const owners = before ? await ownersIn(db, before) : new Map<string, string>();
  const refs = new Map(agencies.map((agency) => [agency.code, agency]));
  const refOf = (code: string) =>
    refs.get(code) ?? { code, name: { en: code, ar: null }, group: { en: null, ar: null } };
  const lines = [...tally.agencies].flatMap(([code, own]) => {
    const from = [...new Set(own.before.map((centre) => owners.get(centre) ?? code))]
      .filter((one) => one !== code)
      .sort();
    const stars = own.sum(from.map(refOf));
    return stars ? [{ agency: refOf(code), stars }] : [];
  });
  const programme = programmeStarsOf(cycles, {
    scheme: await schemeRef(db, now),
    previousScheme: before && (await schemeRef(db, before)),
    agencies: lines.length,
    programme: programmeOf(tally.now, tally.before),
    starsBefore: tally.before,
    change: tally.before.length > 0 && tally.change ? starChangeOf(tally.change.sum()) : null,
  });
  return { programme, agencies: lines };
}

/** What is left of all centres when they have passed. */
interface StarTallies {
  readonly agencies: ReadonlyMap<string, OwnTally>;
  readonly now: readonly Rated[];
  readonly before: readonly Rated[];
  readonly change: ReturnType<typeof changeTally> | null;
}

interface OwnTally extends AgencyTally {
  /** The centres it had in the cycle before, by code. */
  readonly before: string[];
}

async function talliedStars(db: EntityManager, cycles: StarCycles): Promise<StarTallies> {
  const { now, before } = cycles;
  const serving = new Map((await listServing(db, now.cycle)).map((centre) => [centre.code, centre]));
  const agencies = new Map<string, OwnTally>();
  const [ratedNow, ratedBefore]: [Rated[], Rated[]] = [[], []];
  const change = before && changeTally(before.scheme, now.scheme);
  for await (const pair of pairsOf(db, cycles)) {
    const judged = {
      now: judgedIn(now, pair.now),
      before: before && judgedIn(before, pair.before),
      alike: before && judgedAlike(now, before, pair),
    };
    const { agency = '', unit = '' } = pair.now ?? pair.before ?? {};
    const own: OwnTally = agencies.get(agency) ?? { ...agencyTally(cycles), before: [] };
    agencies.set(agency, own);
    const centre =
      judged.now && starCentreOf(cycles, serving.get(unit), pair, { now: judged.now, before: judged.before });
    own.add(pair, judged, centre);
    change?.add(pair);
    if (judged.now) ratedNow.push(ratedOf(unit, judged.now));
    if (judged.before) {
      ratedBefore.push(ratedOf(unit, judged.before));
      own.before.push(unit);
    }
  }
  return { agencies, now: ratedNow, before: ratedBefore, change };
}

function ratedOf(code: string, { star, score }: Judgement): Rated {
  return { code, star, isMeasured: score !== null };
}

async function* pairsOf(db: EntityManager, { now, before }: StarCycles): AsyncGenerator<FoundPair> {
  if (before) {
    yield* unitPairs(db, before, now);
    return;
  }
  for await (const { evidence } of ratedUnits(db, now.cycle, now.scheme)) yield { before: null, now: evidence };
}

function judgedIn(cycle: StarCycle, evidence: UnitEvidence | null): Judgement | null {
  return evidence && judge(compiledFor(cycle, evidence.channelType), evidence);
}

/** Both cycles on the items that all versions of their forms have. */
function judgedAlike(now: StarCycle, before: StarCycle, pair: FoundPair): JudgedAlike | null {
  if (!pair.now || !pair.before) return null;
  const { onCommonItems } = pair.now;
  const [judgedNow, judgedBefore] = [
    judgedIn(now, onCommonItemsOf(pair.now)),
    judgedIn(before, onCommonItemsOf(pair.before)),
  ];
  const shareOf = (fedBy: string | null) => (fedBy === null ? 1 : (onCommonItems?.get(fedBy)?.share ?? 1));
  return judgedNow && judgedBefore && { now: judgedNow, before: judgedBefore, shareOf };
}

/** Whose each centre was in a cycle, by code. */
async function ownersIn(db: EntityManager, { cycle }: StarCycle): Promise<Map<string, string>> {
  return new Map((await listServing(db, cycle)).map(({ code, agency }) => [code, agency]));
}

async function schemeRef(db: EntityManager, { scheme }: StarCycle): Promise<SchemeRef> {
  const { hash } = await methodOf(db, { kind: 'scheme', code: scheme.code, version: scheme.version });
  return schemeRefOf(scheme, hash);
}
