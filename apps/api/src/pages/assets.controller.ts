import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#access';
import { Problem } from '#contract';
import { fontNamed } from './fonts.js';
import { pageMark, pageStyle } from './page-style.js';

const forAYear = 'public, max-age=31536000, immutable';

/** What pages are drawn with: nothing here comes from elsewhere. */
@Controller('assets')
@ApiExcludeController()
export class AssetsController {
  @Get('page.css')
  @Allow('published.read')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', forAYear)
  style(): string {
    return pageStyle;
  }

  @Get('mark.svg')
  @Allow('published.read')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=86400')
  mark(): string {
    return pageMark;
  }

  @Get('fonts/:name')
  @Allow('published.read')
  font(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    const bytes = fontNamed(name);
    if (!bytes) throw new Problem('route.unknown');
    void reply.header('cache-control', forAYear);
    return new StreamableFile(bytes, { type: 'font/woff2', length: bytes.length });
  }
}
