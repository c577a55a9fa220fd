import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { cycleOf, type Cycle } from '#cycles';
import { Database, evidenceVersion } from '#database';
import { figuresOf, withStars, type CycleFigures } from '#figures';
import { loadEvidence } from './evidence.queries.js';
import { loadStars } from './star-figures.js';

/** Figures with the number of the evidence they were computed from. */
export interface VersionedFigures {
  readonly figures: CycleFigures;
  readonly evidenceVersion: number;
}

/** The figures of cycles, computed from the evidence as it stands. */
@Injectable()
export class Figures {
  /** The last computed figures by cycle: used again for as long as the evidence is the same. */
  private readonly recent = new Map<string, VersionedFigures>();
  /** Those that are being computed: whoever asks meanwhile waits for the same. */
  private readonly coming = new Map<string, Promise<VersionedFigures>>();

  constructor(private readonly database: Database) {}

  /** All figures of a cycle. @throws Problem `cycle.unknown` */
  of(key: string): Promise<VersionedFigures> {
    return this.database.read(async (db) => {
      const cycle = await cycleOf(db, key);
      const version = await evidenceVersion(db);
      const known = this.recent.get(key);
      if (known?.evidenceVersion === version) return known;
      const ticket = `${key} ${version}`;
      const coming = this.coming.get(ticket) ?? this.compute(db, cycle, version);
      this.coming.set(ticket, coming);
      return coming.finally(() => this.coming.delete(ticket));
    });
  }

  private async compute(db: EntityManager, cycle: Cycle, version: number): Promise<VersionedFigures> {
    const evidence = await loadEvidence(db, cycle);
    const stars = await loadStars(db, cycle, evidence.agencies);
    const fresh = { figures: withStars(figuresOf(evidence), stars), evidenceVersion: version };
    this.keep(cycle.key, fresh);
    return fresh;
  }

  /** The figures of one cycle, cut to one agency. @throws Problem `cycle.unknown`, `agency.unknown` */
  async ofAgency(key: string, agency: string): Promise<CycleFigures> {
    const { figures } = await this.of(key);
    const agencies = figures.agencies.filter((one) => one.agency.code === agency);
    if (agencies.length === 0) throw new Problem('agency.unknown', { params: { agency: agency.slice(0, 64) } });
    return { ...figures, agencies };
  }

  private keep(key: string, figures: VersionedFigures): void {
    this.recent.delete(key);
    this.recent.set(key, figures);
    const [oldest] = this.recent.keys();
    if (this.recent.size > 4 && oldest !== undefined) this.recent.delete(oldest);
  }
}
