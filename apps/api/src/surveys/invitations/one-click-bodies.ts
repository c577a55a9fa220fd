import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#contract';

/** Lets mail programs opt out with a form in parts, as they should (RFC 8058, 3.2). What it says is known, so it is not read. */
@Injectable()
export class OneClickBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser('multipart/form-data', (request, body, done) => {
      if (request.routeOptions.url !== '/o/:token') return done(new Problem('request.mediaType'));
      body.resume();
      done(null);
    });
  }
}
