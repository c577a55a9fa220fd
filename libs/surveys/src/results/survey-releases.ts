import { setImmediate as others } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  employeeRelease,
  scoreFamilies,
  type CountedEmployees,
  type OtherRelease,
  type ReleasedGroup,
} from '#campaigns';
import { Database, evidenceChanged } from '#database';
import { KnownInstruments } from '#schemes';
import { campaignOf } from '../campaign/campaign.queries.js';
import { Fold } from '../tally/fold.js';
import { surveyRows } from '../tally/reading/survey-rows.js';
import { employeeGroups } from './employee-groups.js';
import { partlyAnswered } from './partly-answered.js';
import {
  insertRelease,
  isFoldingBehind,
  listDue,
  listNeighbours,
  listReleased,
  lockReleasing,
} from './release.queries.js';
import { renamedTo } from './renamed-agencies.js';

/** The job that publishes results of employees. */
export const releaseTask = 'survey.release';
/** When it looks whether there are any, as in a crontab: every minute. */
export const releasesAt = '* * * * *';

/**
 * Publishes the results of campaigns among employees: each once, after it is closed and all answers are mixed and counted, for good.
 * A second version minus the first would be what somebody answered who was taken out in between.
 */
@Injectable()
export class SurveyReleases {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly fold: Fold,
  ) {}

  /**
   * Publishes what can be published now, the earliest closed first, each campaign in one transaction; while somebody else does so,
   * nothing. Whoever is killed in the middle has published nothing of the campaign. @returns how many were
   */
  async releaseDue(now = new Date()): Promise<number> {
    const due = await this.database.read((db) => listDue(db, now));
    if (due.length === 0) return 0;
    await this.fold.drain();
    let released = 0;
    for (const { id, code } of due) if (await this.release(id, code, now)) released += 1;
    return released;
  }

  private release(id: string, code: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (db) => {
      if (!(await lockReleasing(db))) return false;
      const isDue = (await listDue(db, now)).some((one) => one.id === id);
      if (!isDue || (await isFoldingBehind(db, id))) return false;
      await insertRelease(db, id, await this.released(db, code));
      await evidenceChanged(db);
      return true;
    });
  }

  private async released(db: EntityManager, code: string): Promise<readonly ReleasedGroup[]> {
    const { id, cycleId, instrument, ...asked } = await this.asked(db, code);
    const partly = await partlyAnswered(db, id, asked.layout, scoreFamilies(instrument));
    const counted = { ...asked, instrument, groups: await employeeGroups(surveyRows(db, id), partly) };
    const beside: OtherRelease[] = [];
    for (const other of await listNeighbours(db, cycleId)) {
      const { campaign, layout } = await this.asked(db, other.code);
      const groups = await employeeGroups(surveyRows(db, other.id));
      const theirs = { campaign, layout, groups, released: await listReleased(db, other.id) };
      beside.push(await named(db, theirs, counted));
    }
    const steps = employeeRelease(counted, beside);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await others(); // each step takes up to seconds
    }
  }

  private async asked(db: EntityManager, code: string) {
    const { id, cycleId, document } = await campaignOf(db, code);
    const known = await this.instruments.named(db, document.instrument.code, document.instrument.version);
    if (!known) throw new Error(`A campaign asks by an instrument that is not published: ${code}`);
    return { id, cycleId, campaign: document, instrument: known.compiled.instrument, layout: known.layout };
  }
}

/** What another campaign published, with its agencies under the codes that they have in this one. */
async function named(db: EntityManager, other: OtherRelease, { groups }: CountedEmployees): Promise<OtherRelease> {
  const codesIn = (all: CountedEmployees['groups']) => new Set(all.map(({ agency }) => agency));
  const nameOf = await renamedTo(db, codesIn(other.groups), codesIn(groups));
  return {
    ...other,
    groups: other.groups.map((group) => ({ ...group, agency: nameOf(group.agency) })),
    released: other.released.map((one) => {
      const { agency } = one.codes;
      return agency === undefined ? one : { ...one, codes: { ...one.codes, agency: nameOf(agency) } };
    }),
  };
}
