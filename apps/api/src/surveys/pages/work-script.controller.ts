import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { BuiltFiles } from '../../http/built-files.js';
import { workScript } from './page-work.js';

/** The script that computes for a page while its campaign is under attack. */
@Controller('assets')
@ApiExcludeController()
export class WorkScriptController {
  private readonly files = new BuiltFiles('embed');

  @Get(workScript)
  @Allow('survey.answer')
  script(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const file = this.files.sent(workScript, reply);
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return file;
  }
}
