import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { forgetPace } from '../response/pace.queries.js';
import { forgetAfterDays } from '../retention/due.js';
import { eraseTask } from '../retention/word-erasure.js';
import { listDueErasures } from '../retention/retention.queries.js';
import { forgetContacts, listErrands } from './errand.queries.js';
import { askFor } from './invitation.queries.js';
import { sendTask } from './invitations.js';

/** The job that reminds. */
export const remindTask = 'invitation.remind';
/** The job that mixes the answers of employees. */
export const mixTask = 'survey.mix';
/** The job that looks what is to be done about campaigns. */
export const errandsTask = 'survey.errands';
/** When it does, as in a crontab: every ten minutes. */
export const errandsAt = '*/10 * * * *';

const forgottenAtOnce = 10_000;

/** What time brings about: letters whose day has come, answers to be mixed, people to be forgotten, words to be erased. */
@Injectable()
export class Errands {
  constructor(private readonly database: Database) {}

  /**
   * Asks for the jobs whose time has come, and forgets addresses and references of campaigns that ended 90 days ago. Nothing is asked
   * for by an employee's answer itself: a job would keep the time it came at.
   */
  async run(now = new Date()): Promise<void> {
    for (const errand of await this.database.read((db) => listErrands(db, now, forgetAfterDays))) {
      const tasks = [
        ...(errand.isToSend ? [sendTask] : []),
        ...(errand.isToRemind ? [remindTask] : []),
        ...(errand.isToMix ? [mixTask] : []),
      ];
      await this.database.transaction(async (db) => {
        for (const task of tasks) await askFor(db, task, errand.campaign);
      });
      if (errand.isToForget) await this.forget(errand.campaign);
    }
    await forgetPace(this.database, now);
    const due = await this.database.read((db) => listDueErasures(db, now));
    await this.database.transaction(async (db) => {
      for (const campaign of due) await askFor(db, eraseTask, campaign);
    });
  }

  private async forget(campaign: string): Promise<void> {
    const some = () => this.database.transaction((db) => forgetContacts(db, campaign, forgottenAtOnce));
    while ((await some()) === forgottenAtOnce);
  }
}
