import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
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
  readonly code: string;
  readonly halves: Halves;
  readonly headers: OutgoingHttpHeaders;
}

/** What makes the pages. */
interface Makers {
  readonly pages: Pick<SurveyPages, 'quickStart'>;
  readonly responses: Pick<Responses, 'newForm'>;
}

/**
 * The door for the first page of an open survey: a national campaign is opened by very many at once, most of whom only look. It says
 * what its route says; whatever is not that page goes on to the route. Everybody may see it, so nobody is asked who he is, and it
 * is not logged.
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
    // What went wrong here goes wrong on the route too, which knows how to tell it.
    this.show(request, response).then((isShown) => (isShown ? undefined : otherwise()), otherwise);
  };

  private async show({ url = '', headers }: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const accepted = headers['accept-language'] ?? '';
    const asked = `${url} ${accepted}`;
    const known = this.ready.get(asked);
    const page = known && known.until > Date.now() ? known : await this.made(url, accepted);
    if (!page || !this.makers) return false;
    if (page !== known && asked.length < 300) this.ready.set(asked, page);
    const stamp = await this.makers.responses.newForm(page.code);
    const bytes = `${page.halves[0]}${stamp}${page.halves[1]}`;
    response.writeHead(200, { ...page.headers, 'content-length': bytes.length, 'x-request-id': randomUUID() });
    response.end(bytes, 'latin1');
    return true;
  }

  private async made(url: string, accepted: string): Promise<Ready | null> {
    const [path = '', query = ''] = url.split('?', 2);
    const asked = { chosen: new URLSearchParams(query).get('language'), accepted, address: '' };
    const start = await this.makers?.pages.quickStart(path.slice('/s/'.length), asked);
    if (!start) return null;
    const headers = { ...this.guarding, ...pageHeaders(start.language) };
    return { ...start, until: Date.now() + sameFor, headers };
  }
}
