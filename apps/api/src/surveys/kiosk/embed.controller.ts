import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { BuiltFiles } from '../../http/built-files.js';

/** The script by which another website asks. It is public, so any website may load it, also with an integrity hash. */
@Controller()
@ApiExcludeController()
export class EmbedController {
  private readonly files = new BuiltFiles('embed');

  @Get('embed.js')
  @Allow('survey.answer')
  script(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const file = this.files.sent('embed.js', reply);
    void reply.header('cache-control', 'public, max-age=3600');
    void reply.header('access-control-allow-origin', '*');
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    return file;
  }
}
