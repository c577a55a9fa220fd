import type { OutgoingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BoundedMap } from '#database';
import { SETTINGS, type Settings } from '#settings';
import { Responses } from '#surveys';
import { guardingHeaders } from '../../http/guarding-headers.js';
import { askedBy } from './asked.js';
import { pageHeaders } from './shown.js';
import type { Halves } from './start-pages.js';
import { SurveyPages } from './survey-pages.js';

/** How long an answer is given again to whoever asks the same, in ms: closing a campaign takes effect soon after. */
const sameFor = 1_000;

/** A page that was asked for a moment ago. */
interface Ready {
  readonly until: number;
  readonly code: string;
  readonly halves: Halves;
  readonly headers: OutgoingHttpHeaders;
}

/**
 * Answers the first page of an open survey before anything else is done for a request: a national campaign is opened by very many at
 * once, most of whom only look. It says what its route says; whatever is not that page goes on to the route. Everybody may see it,
 * so nobody is asked who he is, and it is not logged.
 */
@Injectable()
export class QuickStart {
  private readonly ready = new BoundedMap<string, Ready>(2_000);
  private readonly guarding: Readonly<Record<string, string>>;

  constructor(
    { httpAdapter }: HttpAdapterHost,
    private readonly pages: SurveyPages,
    private readonly responses: Responses,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.guarding = guardingHeaders(settings);
    httpAdapter.setOnRequestHook?.((request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
      if (request.method !== 'GET' || request.routeOptions.url !== '/s/:code') return done();
      this.answer(request, reply).then((isAnswered) => (isAnswered ? undefined : done()), done);
    });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const asked = `${request.raw.url ?? ''} ${request.headers['accept-language'] ?? ''}`;
    const known = this.ready.get(asked);
    const page = known && known.until > Date.now() ? known : await this.made(request);
    if (!page) return false;
    if (page !== known && asked.length < 300) this.ready.set(asked, page);
    const stamp = await this.responses.newForm(page.code);
    reply.hijack();
    const bytes = `${page.halves[0]}${stamp}${page.halves[1]}`;
    reply.raw.writeHead(200, { ...page.headers, 'content-length': bytes.length, 'x-request-id': request.id });
    reply.raw.end(bytes, 'latin1');
    return true;
  }

  private async made(request: FastifyRequest): Promise<Ready | null> {
    const { code } = request.params as { readonly code: string };
    const start = await this.pages.quickStart(code, askedBy(request));
    if (!start) return null;
    const headers = { ...this.guarding, ...pageHeaders(start.language) };
    return { ...start, until: Date.now() + sameFor, headers };
  }
}
