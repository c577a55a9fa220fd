import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import { agreementOf, leniencyOf, type JudgedVisit, type Leniency, type VisitAgreement } from '#fieldwork';
import { score, type AnswerSheet } from '#instruments';
import { KnownInstruments } from '#schemes';
import { listCounted, type CountedVisit } from './agreement.queries.js';

/** How far shoppers agree in a cycle, from what they sent last of the visits that count. */
export interface CycleAgreement {
  /** Double visits of which both count, by the version of the instrument they were filled with. */
  readonly instruments: readonly (VisitAgreement & {
    readonly instrument: { readonly code: string; readonly version: number };
  })[];
  /** How much milder or stricter each judges than the others. */
  readonly shoppers: readonly Leniency[];
}

type Pair = readonly [AnswerSheet, AnswerSheet];

const pageSize = 500;

/** The agreement of shoppers; names are for the office alone. */
@Injectable()
export class ShopperAgreement {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /** Refuses with `cycle.unknown`. */
  of(cycleKey: string): Promise<CycleAgreement> {
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      const judged: JudgedVisit[] = [];
      const halves = new Map<string, CountedVisit>();
      const pairs = new Map<string, Pair[]>();
      for await (const visit of countedVisits(db, id)) {
        const { compiled } = await this.instruments.withId(db, visit.instrumentId);
        judged.push({ shopper: visit.shopper, centre: visit.centre, score: score(compiled, visit.sheet).score });
        if (visit.pairId !== null) joinHalves(visit, visit.pairId, halves, pairs);
      }
      return { instruments: await this.agreements(db, pairs), shoppers: leniencyOf(judged) };
    });
  }

  private async agreements(db: EntityManager, pairs: ReadonlyMap<string, readonly Pair[]>) {
    const agreements: CycleAgreement['instruments'][number][] = [];
    for (const [id, sheets] of pairs) {
      const { compiled } = await this.instruments.withId(db, id);
      const { code, version } = compiled.instrument;
      agreements.push({ instrument: { code, version }, ...agreementOf(compiled, sheets) });
    }
    return agreements.sort((a, b) => (a.instrument.code < b.instrument.code ? -1 : 1));
  }
}

async function* countedVisits(db: EntityManager, cycleId: string): AsyncGenerator<CountedVisit> {
  let after: string | null = null;
  for (;;) {
    const page: readonly CountedVisit[] = await listCounted(db, cycleId, after, pageSize);
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) return;
  }
}

/**
 * Two visits of one pair are compared when both count and were filled with the same version, by two: whom an exception gave both
 * agrees with himself.
 */
function joinHalves(
  visit: CountedVisit,
  pairId: string,
  halves: Map<string, CountedVisit>,
  pairs: Map<string, Pair[]>,
): void {
  const other = halves.get(pairId);
  if (!other) return void halves.set(pairId, visit);
  if (other.instrumentId !== visit.instrumentId || other.shopper === visit.shopper) return;
  pairs.set(visit.instrumentId, [...(pairs.get(visit.instrumentId) ?? []), [other.sheet, visit.sheet]]);
}
