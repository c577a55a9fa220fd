import type { EntityManager } from 'typeorm';
import { gradingsAt, violationsOpenOn } from '#assessments';
import type { Cycle } from '#cycles';
import { readInstrument, tallyLayoutOf } from '#instruments';
import { listServing, type ServingCentre } from '#network';
import type { Scheme, UnitEvidence } from '#scoring';
import { listSheetTallies } from './sheet-tallies.queries.js';
import { surveyStudyValues } from './survey-study-values.js';
import { listIndicatorValues, listStudyValues, listTalliedInstruments } from './star-evidence.queries.js';
import {
  measuredFeeds,
  observationsOf,
  type Measured,
  type MeasuredFeed,
  type ReadableTally,
} from './star-observations.js';

/** A centre that is rated, with what was captured about it. */
export interface RatedUnit {
  readonly centre: ServingCentre;
  readonly evidence: UnitEvidence;
  /** What the evidence was taken from, and what the scheme reads of it. */
  readonly measured: Measured;
  readonly feeds: readonly MeasuredFeed[];
}

/** Which centres of a cycle; all unless said. */
export interface RatedChoice {
  readonly centres?: readonly string[];
  readonly agency?: string;
  /** The code of a centre after which to begin, and how many to give: a page. */
  readonly after?: string;
  readonly most?: number;
  /** The day whose successions say which agency a centre belongs to; the first of the cycle unless said. */
  readonly ownedOn?: string;
  /** Whether to read how often each answer was given, not the scores alone. */
  readonly withCounts?: boolean;
}

/** Centres whose evidence is in memory at once. */
const centresAtOnce = 200;

/**
 * The evidence of every centre that serves in a cycle and has a channel type of the scheme, by code. A page of centres is
 * in memory at a time, however many there are.
 */
export async function* ratedUnits(
  db: EntityManager,
  cycle: Cycle,
  scheme: Scheme,
  choice: RatedChoice = {},
): AsyncGenerator<RatedUnit> {
  const centres = await chosenCentres(db, cycle, scheme, choice);
  const feeds = measuredFeeds(scheme);
  const readable = await readableInstruments(db, cycle);
  // Campaigns are read only for a scheme that asks for studies: it takes a second where they are national.
  const surveyed = feeds.some(({ by }) => by === 'study') ? await surveyStudyValues(db, cycle) : [];
  const studies = Map.groupBy([...surveyed, ...(await listStudyValues(db, cycle))], ({ agencyId }) => agencyId);
  for (let first = 0; first < centres.length; first += centresAtOnce) {
    const page = centres.slice(first, first + centresAtOnce);
    const ids = page.map(({ id }) => id);
    const violations = await violationsOpenOn(db, cycle.endsOn, ids);
    const gradings = await gradingsAt(db, cycle.id, ids);
    const tallies = Map.groupBy(
      await listSheetTallies(db, cycle.id, ids, choice.withCounts),
      ({ centreId }) => centreId,
    );
    const indicators = Map.groupBy(await listIndicatorValues(db, cycle, ids), ({ centreId }) => centreId);
    for (const centre of page) {
      const measured = {
        tallies: (tallies.get(centre.id) ?? []).flatMap(({ instrumentId, tally }): ReadableTally[] => {
          const meaning = readable.get(instrumentId);
          return meaning ? [{ ...meaning, tally }] : [];
        }),
        indicators: new Map((indicators.get(centre.id) ?? []).map(({ indicator, value }) => [indicator, value])),
        studies: studies.get(centre.agencyId) ?? [],
      };
      yield {
        centre,
        measured,
        feeds,
        evidence: {
          unit: centre.code,
          agency: centre.agency,
          channelType: centre.channelType,
          gradings: gradings.get(centre.id) ?? new Map(),
          observations: observationsOf(feeds, measured),
          violations: violations.get(centre.id) ?? [],
        },
      };
    }
  }
}

async function chosenCentres(
  db: EntityManager,
  cycle: Cycle,
  scheme: Scheme,
  { centres, agency, after, most, ownedOn }: RatedChoice,
): Promise<ServingCentre[]> {
  const channels = new Set(scheme.channelTypes.map(({ code }) => code));
  const choice = { ...(ownedOn === undefined ? {} : { ownedOn }), ...(centres === undefined ? {} : { centres }) };
  const rated = (await listServing(db, cycle, choice)).filter(
    (one) =>
      channels.has(one.channelType) &&
      (agency === undefined || one.agency === agency) &&
      (after === undefined || one.code > after),
  );
  return rated.slice(0, most);
}

async function readableInstruments(
  db: EntityManager,
  cycle: Cycle,
): Promise<ReadonlyMap<string, Omit<ReadableTally, 'tally'>>> {
  const stored = await listTalliedInstruments(db, cycle);
  return new Map(
    stored.map(({ id, document }) => {
      const { instrument } = readInstrument(document);
      if (!instrument) throw new Error(`An instrument that has tallies can not be read: ${id}`);
      return [id, { instrument, layout: tallyLayoutOf(instrument) }];
    }),
  );
}
