import { Injectable } from '@nestjs/common';
import { endsWithCheck, maySend, turnOf, type ShownPage, type SurveyPage, type Turn } from '#campaigns';
import { Problem } from '#contract';
import { mustBeOpen } from '#surveys';
import { html, type Html } from '../../pages/html.js';
import { lookPage } from './check-page.js';
import type { Entrance } from './entrance.js';
import type { InvitedEntrance } from './entrances.js';
import type { Carried } from './hidden.js';
import { PagesWork } from './page-work.js';
import { readPosted, type PostedForm } from './posted-form.js';
import { questionPage } from './question-page.js';
import { FormSending } from './sending.js';
import type { Shown, ShownText } from './shown.js';
import { beginPage } from './start-page.js';
import { wordsIn, type Words } from './words.js';

/** One form as it is answered. */
interface Step {
  readonly entrance: Entrance;
  readonly form: PostedForm;
  readonly words: Words;
  readonly carried: Carried;
}

/** Takes the form of a page and shows the next: nothing is stored in between, the forms carry all. */
@Injectable()
export class SurveyTurns {
  constructor(
    private readonly sending: FormSending,
    private readonly work: PagesWork,
  ) {}

  /**
   * @throws Problem `request.invalid` for what no page of ours sends, `campaign.over` and the like, and what sending throws but
   * for what a person can mend by sending again
   */
  async take(entrance: Entrance | InvitedEntrance, body: unknown, address: string): Promise<Shown> {
    const { place } = entrance;
    mustBeOpen(place, Date.now());
    const form = readPosted(place, body);
    const words = wordsIn(form.language, place.campaign);
    const step = { entrance, form, words, carried: form };
    const turn = turnOf(place.instrument.compiled, form, form.go);
    mustBeGood(entrance, turn.kind === 'send');
    return turn.kind === 'send' ? this.send(step, turn, address) : this.shownAt(step, turn);
  }

  /** Stored before, or just now: the same page says thanks. */
  private async send(step: Step, turn: Extract<Turn, { kind: 'send' }>, address: string): Promise<Shown> {
    const { entrance, form } = step;
    const thanks = `/s/${entrance.code}/thanks?language=${form.language}`;
    try {
      await this.sending.send(entrance, form, turn.sheet, address);
      return { elsewhere: thanks };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'response.conflict' || error.code === 'invitation.used')
        return { elsewhere: `${thanks}&again=1` };
      if (error.status === 503) return this.troubled(step, turn.pages, error);
      throw error;
    }
  }

  private shownAt(step: Step, turn: Exclude<Turn, { kind: 'send' }>): Shown {
    if (turn.kind === 'check') return this.look(step, turn.pages);
    if (turn.kind === 'page') return this.questions(step, turn);
    const { language } = step.words;
    return { status: 200, language, page: beginPage({ ...step, address: null }) };
  }

  /** It cannot be stored just now: the last page again, with all that was typed. */
  private troubled(step: Step, pages: readonly SurveyPage[], problem: Problem): Shown {
    const { words, entrance } = step;
    const said = html`<p>${words.said(`problem.${problem.code}`, problem.details.params)}</p><p>${words.said('survey.kept')}</p>`;
    const last = pages.at(-1);
    const isLook = endsWithCheck(entrance.place.instrument.compiled) || !last;
    return {
      ...(isLook ? this.look(step, pages, said) : this.questions(step, lastOf(last, pages), said)),
      status: problem.status,
      ...(problem.details.retryAfter !== undefined && { retryAfter: problem.details.retryAfter }),
    };
  }

  private questions(step: Step, turn: ShownPage, trouble: Html | null = null): ShownText {
    const { entrance, words } = step;
    const sends = maySend(entrance.place.instrument.compiled, turn);
    const work = sends ? this.work.asked(entrance) : null;
    const page = questionPage({ ...step, turn, trouble, work });
    return { status: 200, language: words.language, page, hasScript: work !== null };
  }

  private look(step: Step, pages: readonly SurveyPage[], trouble: Html | null = null): ShownText {
    const work = this.work.asked(step.entrance);
    const page = lookPage({ ...step, pages, trouble, work });
    return { status: 200, language: step.words.language, page, hasScript: work !== null };
  }
}

/**
 * A link that was used says so on every page but the last, where the same answer may come again.
 * @throws Problem `invitation.used`, `invitation.expired`
 */
function mustBeGood(entrance: Entrance | InvitedEntrance, isLast: boolean): void {
  if (!('invitation' in entrance)) return;
  const { state } = entrance.invitation;
  if (state === 'expired' || (state === 'used' && !isLast)) throw new Problem(`invitation.${state}`);
}

function lastOf(page: SurveyPage, pages: readonly SurveyPage[]): ShownPage {
  return { kind: 'page', page, pages, faults: [], isChange: false, added: null };
}
