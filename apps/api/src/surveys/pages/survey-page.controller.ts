import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '#access';
import { SentDocument } from '../../http/sent-document.js';
import { askedBy } from './asked.js';
import { send } from './shown.js';
import { SurveyPages } from './survey-pages.js';

/** Where open links and QR codes lead. */
@Controller('s')
@ApiExcludeController()
export class SurveyPageController {
  constructor(private readonly pages: SurveyPages) {}

  @Get(':code')
  @Allow('survey.answer')
  async start(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.pages.start(code, askedBy(request)));
  }

  @Post(':code')
  @Allow('survey.answer')
  async turn(
    @Param('code') code: string,
    @SentDocument() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.pages.turn(code, form, askedBy(request)));
  }

  @Get(':code/thanks')
  @Allow('survey.answer')
  async thanks(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const isAgain = /[?&]again=1(&|$)/.test(request.originalUrl);
    await send(reply, await this.pages.thanks(code, isAgain, askedBy(request)));
  }

  @Get(':code/statement')
  @Allow('survey.answer')
  async statement(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.pages.statement(code, askedBy(request)));
  }
}
