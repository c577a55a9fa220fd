import type { INestApplicationContext } from '@nestjs/common';
import type { Task, TaskList } from 'graphile-worker';
import { Problem } from '#contract';
import { Pictures, prepareTask } from '#media';
import { printTask, Scorecards, type Subject } from '#scorecards';
import {
  AnswerMix,
  eraseTask,
  Errands,
  errandsTask,
  mixTask,
  releaseTask,
  remindTask,
  Sending,
  sendTask,
  SurveyReleases,
  WordErasure,
} from '#surveys';
import { checkTask, VisitChecks, type CheckJob } from '#visits';

/** What the worker can do: the name of each job and its work, with what it needs taken from the application. */
export function tasksOf(application: INestApplicationContext): TaskList {
  return {
    [printTask]: printing(application.get(Scorecards)),
    [prepareTask]: (payload) => application.get(Pictures).prepare((payload as { hash: string }).hash),
    [checkTask]: checking(application.get(VisitChecks)),
    [sendTask]: ofCampaign((campaign) => application.get(Sending).send(campaign)),
    [remindTask]: ofCampaign((campaign) => application.get(Sending).remind(campaign)),
    [mixTask]: ofCampaign((campaign) => application.get(AnswerMix).mix(campaign)),
    [eraseTask]: ofCampaign((campaign) => application.get(WordErasure).erase(campaign)),
    [errandsTask]: () => application.get(Errands).run(),
    [releaseTask]: async () => void (await application.get(SurveyReleases).releaseDue()),
  };
}

/** Prints one report. A try that fails is noted with its reason and made again by the queue, up to its most attempts. */
function printing(scorecards: Scorecards): Task {
  return async (payload, { job, logger }) => {
    const subject = payload as Subject;
    try {
      await scorecards.print(subject);
    } catch (error) {
      // A report of something that is gone, an agency say, will not come by trying again.
      if (error instanceof Problem && error.status === 404) return logger.warn(`${printTask}: ${error.message}`);
      const reason = error instanceof Error ? error.message : String(error);
      await scorecards.fail(subject, reason, job.attempts >= job.max_attempts);
      throw error;
    }
  };
}

/** Looks at reports just stored. One that cannot be looked at, however often it is tried, goes to its reviewer all the same. */
function checking(checks: VisitChecks): Task {
  return (payload, { job }) => checks.work(payload as CheckJob, job.attempts >= job.max_attempts);
}

/** Does something about one survey campaign. */
function ofCampaign(work: (campaign: string) => Promise<unknown>): Task {
  return async (payload) => {
    await work((payload as { campaign: string }).campaign);
  };
}
