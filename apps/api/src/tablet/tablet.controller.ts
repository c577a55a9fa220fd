import { Controller, Get, Param, Redirect, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { applicationPolicy, BuiltFiles } from '../http/built-files.js';

/** It shows photos it holds itself. */
const policy = applicationPolicy("'self' data: blob:");

/** The offline application of mystery shoppers: the same files for everybody, nothing of anybody in them. */
@Controller('tablet')
@ApiExcludeController()
export class TabletController {
  private readonly files = new BuiltFiles('tablet');

  /** Only what lies under the slash can be kept for offline use; there it is `index.html`. */
  @Get()
  @Allow('tablet.read')
  @Redirect('/tablet/', 302)
  page(): void {
    // Its decorator answers.
  }

  @Get(':name')
  @Allow('tablet.read')
  file(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return this.sent(name, reply);
  }

  @Get('assets/:name')
  @Allow('tablet.read')
  asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return this.sent(`assets/${name}`, reply);
  }

  private sent(name: string, reply: FastifyReply): StreamableFile {
    void reply.header('content-security-policy', policy);
    void reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
    return this.files.sent(name, reply);
  }
}
