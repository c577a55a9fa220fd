import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { applicationPolicy, BuiltFiles } from '../../http/built-files.js';

const policy = applicationPolicy();

/** What a code looks like; a file of the application has a dot in its name. */
const code = /^[0-9a-z]{18}$/i;

/** The page of a device in a service centre: the same files for every code, which only its script reads. */
@Controller('kiosk')
@ApiExcludeController()
export class KioskController {
  private readonly files = new BuiltFiles('kiosk');

  @Get(':name')
  @Allow('survey.answer')
  page(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return this.sent(code.test(name) ? 'index.html' : name, reply);
  }

  @Get('assets/:name')
  @Allow('survey.answer')
  asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return this.sent(`assets/${name}`, reply);
  }

  private sent(name: string, reply: FastifyReply): StreamableFile {
    void reply.header('content-security-policy', policy);
    return this.files.sent(name, reply);
  }
}
