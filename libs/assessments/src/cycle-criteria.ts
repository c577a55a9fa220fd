import { Injectable } from '@nestjs/common';
import { Cycles } from '#cycles';
import type { Criteria } from './criteria.js';
import { criteriaOfScheme } from './criteria-of-scheme.js';

/** What may be graded in a cycle: asked of the scheme it was opened with. */
@Injectable()
export class CycleCriteria {
  constructor(private readonly cycles: Cycles) {}

  /** Refuses with `cycle.unknown`, and `cycle.schemeMissing` where nothing can be graded yet. */
  async of(cycle: string): Promise<Criteria> {
    return criteriaOfScheme(await this.cycles.scheme(cycle));
  }
}
