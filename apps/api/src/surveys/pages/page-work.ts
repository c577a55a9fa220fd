import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Responses } from '#surveys';
import { html, type Html } from '../../pages/html.js';
import { BuiltFiles } from '../../http/built-files.js';
import type { Entrance } from './entrance.js';
import type { Words } from './words.js';

/** The work that a page is to do before its form is sent. */
export interface PageWork {
  /** Zero bits that are asked for just now. */
  readonly bits: number;
  /** Of the script that does it; it changes with the script, so that browsers may keep it for ever. */
  readonly script: string;
}

/** The name of the script, among the files that browsers load and in its address. */
export const workScript = 'survey-work.js';

/** Pages are complete without scripts. One is there while a campaign is under attack, on the page that sends. */
@Injectable()
export class PagesWork {
  private readonly script: string | null;

  constructor(private readonly responses: Responses) {
    const file = new BuiltFiles('embed').named(workScript);
    this.script = file && `/assets/${workScript}?v=${hash('sha256', file.bytes, 'hex').slice(0, 12)}`;
  }

  /** What is asked for of a page that may send an answer just now; null: nothing, as ever of employees. */
  asked({ place }: Entrance): PageWork | null {
    const { script } = this;
    if (script === null || place.campaign.study === 'employee-happiness') return null;
    const bits = this.responses.workBits(place);
    return bits > 0 ? { bits, script } : null;
  }
}

/** The field that the work goes into, and where who waits for it is told so. */
export function workField(work: PageWork | null, words: Words, done: string): Html | null {
  return (
    work &&
    html`<input type="hidden" name="work" value="${done}" data-bits="${work.bits}" data-moment="${words.say('survey.moment')}"><p id="moment" role="status"></p>`
  );
}
