import type { IncomingMessage, ServerResponse } from 'node:http';
import { BoundedMap } from '#database';
import type { Settings } from '#settings';
import type { Responses } from '#surveys';
import { guardingHeaders } from '../../http/guarding-headers.js';
import type { Door } from '../../http/server.js';
import { pageHeaders } from './shown.js';
import type { Halves } from './start-pages.js';
import type { SurveyPages } from './survey-pages.js';

/** How long an answer is given again to whoever asks the same, in ms: closing a campaign takes effect soon after. */
const sameFor = 1_000;

/** A page that was asked for a moment ago. */
interface Ready {
  readonly until: number;
  /** Stamps it for its next reader. */
  readonly stamp: () => string;
  readonly halves: Halves;
  /** Names and values one after the other: a quarter of a page's time would go into a list by name. */
  readonly headers: string[];
}

/** What makes the pages. */
interface Makers {
  readonly pages: Pick<SurveyPages, 'quickStart'>;
  readonly responses: Pick<Responses, 'newForms'>;
}

/**
 * The door for the first page of an open survey: a national campaign is opened by very many at once, most of whom only look. It says
 * what its route says; whatever is not that page goes on to the route. Everybody may see it, so nobody is asked who he is, and it
 * is not logged and has no number.
 */
export class FirstPagesDoor implements Door {
  private readonly ready = new BoundedMap<string, Ready>(2_000);
  private readonly guarding: Readonly<Record<string, string>>;
  private makers: Makers | null = null;

  constructor(settings: Settings) {
    this.guarding = guardingHeaders(settings);
  }

  /** From here on pages are shown. */
  open(makers: Makers): void {
    this.makers = makers;
  }

  takes({ method, url = '' }: IncomingMessage): boolean {
    return this.makers !== null && method === 'GET' && /^\/s\/[^/?]+(\?|$)/.test(url);
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const { url = '', headers } = request;
    const accepted = headers['accept-language'] ?? '';
    const asked = `${url} ${accepted}`;
    const known = this.ready.get(asked);
    if (known && known.until > Date.now()) return show(known, response);
    this.made(url, accepted).then(
      (page) => {
        if (!page) return otherwise();
        if (asked.length < 300) this.ready.set(asked, page);
        show(page, response);
      },
      // What went wrong here goes wrong on the route too, which knows how to tell it.
      otherwise,
    );
  };

  private async made(url: string, accepted: string): Promise<Ready | null> {
    const { pages, responses } = this.makers ?? {};
    const [path = '', query = ''] = url.split('?', 2);
    const asked = { chosen: new URLSearchParams(query).get('language'), accepted, address: '' };
    const start = await pages?.quickStart(path.slice('/s/'.length), asked);
    if (!start || !responses) return null;
    const { halves, language, code } = start;
    const stamp = await responses.newForms(code);
    // All stamps are as long as one, for some decades.
    const length = halves[0].length + stamp().length + halves[1].length;
    const headers = { ...this.guarding, ...pageHeaders(language), 'content-length': String(length) };
    return { halves, stamp, until: Date.now() + sameFor, headers: Object.entries(headers).flat() };
  }
}

function show({ halves, stamp, headers }: Ready, response: ServerResponse): void {
  response.writeHead(200, headers);
  response.end(`${halves[0]}${stamp()}${halves[1]}`, 'latin1');
}
