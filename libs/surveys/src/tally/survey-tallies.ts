import { Injectable } from '@nestjs/common';
import { cycleOf } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { KnownInstruments } from '#schemes';
import { clearArrivals } from '../campaign/arrivals.queries.js';
import type { TallyKey } from './tally-key.js';
import { usualMemory } from './copied-responses.js';
import { digitsOf } from './exact-tally.js';
import { nameOf } from './folding.js';
import { adoptForeign, lockMark, moveMark, wholeSpan } from './fold-mark.queries.js';
import { tallyAnew } from './rebuilding.js';
import { Recount, type Recounted } from './recount.js';
import { listSurveyedAgencies } from './recount.queries.js';
import { clearTallies, listTalliesOf, rangesOfPlaces, type KeyedTally } from './survey-tallies.queries.js';

/** Where what was added up response by response is not what the answers come to. */
export interface SurveyTallyDifference extends TallyKey {
  readonly agencyId: string;
  /** Responses in the tallies, and responses there are; as many when the numbers within differ. */
  readonly kept: number;
  readonly recounted: number;
}

/** What the checker found; without differences and wrong ones the tallies are true. */
export interface SurveyTallyCheck {
  /** How many responses were counted. */
  readonly responses: number;
  /** The first thousand. */
  readonly tallies: readonly SurveyTallyDifference[];
  /** Ids of responses whose outcome, segment or contribution does not follow from their answers: the first thousand. */
  readonly wrong: readonly string[];
}

const mostShown = 1_000;

/** The tallies of responses made anew: the checker of what is kept up to date response by response. */
@Injectable()
export class SurveyTallies {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Where the tallies of a cycle differ from the answers themselves, on one snapshot: of the responses that are folded. An
   * agency's tallies are in memory at a time. Refuses with `cycle.unknown`.
   */
  check(cycleKey: string): Promise<SurveyTallyCheck> {
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      const recount = new Recount(db, this.instruments);
      const found = { responses: 0, tallies: [] as SurveyTallyDifference[], wrong: [] as string[] };
      for (const agencyId of await listSurveyedAgencies(db, id)) {
        const recounted = await recount.agency(id, agencyId);
        found.responses += recounted.responses;
        found.wrong.push(...recounted.wrong.slice(0, mostShown - found.wrong.length));
        const differences = differencesBetween(agencyId, await listTalliesOf(db, id, agencyId), recounted);
        found.tallies.push(...differences.slice(0, mostShown - found.tallies.length));
      }
      return found;
    });
  }

  /**
   * Makes all tallies anew from what every response contributes, and sets the mark of folding anew: also after the tables
   * were copied to another server, where the numbers of transactions begin again. Folding and decisions wait meanwhile.
   * @param memory for tallies, in bytes; where they need more, the responses are read several times
   * @returns how many responses were folded
   */
  async rebuild(memory = usualMemory): Promise<number> {
    await this.database.transaction(adoptForeign);
    return this.database.transaction(async (db) => {
      await lockMark(db);
      const span = await wholeSpan(db);
      const ranges = await rangesOfPlaces(db, memory);
      await clearTallies(db);
      await clearArrivals(db);
      const { database, instruments } = this;
      const folded = await tallyAnew(db, { database, instruments }, { span, ranges, memory });
      await moveMark(db, span.to);
      await evidenceChanged(db);
      return folded;
    });
  }
}

function differencesBetween(
  agencyId: string,
  tallies: readonly KeyedTally[],
  { tallies: recounted }: Recounted,
): SurveyTallyDifference[] {
  const kept = new Map(tallies.map((one) => [nameOf(one), one]));
  return [...new Map([...kept, ...recounted])].flatMap(([name, { tally: _, ...key }]) => {
    const [was, is] = [kept.get(name)?.tally, recounted.get(name)?.tally];
    if (was && is && digitsOf(was) === digitsOf(is)) return [];
    return [{ ...key, agencyId, kept: was?.responses ?? 0, recounted: is?.responses ?? 0 }];
  });
}
