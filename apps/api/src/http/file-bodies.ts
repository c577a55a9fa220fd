import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#contract';

/** How files are sent and handed out, whatever they are. */
export const fileType = 'application/octet-stream';

/** The refusals of every route that reads a table from a sent file. */
export const tableRefusals = [
  'import.empty',
  'import.rowsFaulty',
  'import.headerInvalid',
  'import.quoteNotClosed',
  'import.fileTooLarge',
  'import.fileKind',
  'import.fileUnreadable',
] as const;

/** The routes that take files. */
const taking = /\/(evidence\/:name|media\/:hash|visit-plan\/workbook|invitations\/file|responses-file)$/;

/** Hands the bodies of files to their routes as they come in; no other route takes such a body. */
@Injectable()
export class FileBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(fileType, (request, body, done) => {
      if (taking.test(request.routeOptions.url ?? '')) done(null, body);
      else done(new Problem('request.mediaType'));
    });
  }
}
