import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { Problem } from '#contract';
import { ApiDocument } from './api-document.js';
import { docsFile } from './docs-files.js';
import { docsPage } from './docs-page.js';

/** Only this page runs scripts, and only ours. Swagger UI sets styles from its scripts, which needs no exception. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(';');

/** The description of the API, for programs and for people. */
@Controller('api/docs')
@ApiExcludeController()
export class DocsController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  @Allow('docs.read')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-language', 'en')
  @Header('content-security-policy', policy)
  page(): string {
    return docsPage;
  }

  @Get('openapi.json')
  @Allow('docs.read')
  description(): OpenAPIObject {
    return this.document.description;
  }

  @Get('files/:name')
  @Allow('docs.read')
  file(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const file = docsFile(name);
    if (!file) throw new Problem('route.unknown');
    void reply.header('cache-control', 'private, max-age=86400');
    return new StreamableFile(file.bytes, { type: file.type, length: file.bytes.length });
  }
}
