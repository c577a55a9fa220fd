import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '#access';
import { writingDirectionOf } from '#campaigns';
import type { Language } from '#contract';
import { OptOuts, WrongCodes } from '#surveys';
import { chosenLanguage } from '../../http/language.js';
import { OptOutToken } from './invitations.dto.js';
import { optedOutPage, optOutPage } from './opt-out-page.js';

/** Where the last line of every invitation leads. Mail programs post here by themselves when somebody says so (RFC 8058). */
@Controller('o')
@ApiExcludeController()
export class OptOutController {
  constructor(
    private readonly optOuts: OptOuts,
    private readonly wrongCodes: WrongCodes,
  ) {}

  /** Asks; looking changes nothing, since scanners of mail look too. */
  @Get(':token')
  @Allow('survey.answer')
  async page(
    @Param() { token }: OptOutToken,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = await this.languageFor(token, request);
    await send(reply, optOutPage(language, request.originalUrl, token));
  }

  @Post(':token')
  @Allow('survey.answer')
  async optOut(
    @Param() { token }: OptOutToken,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = await this.languageFor(token, request);
    await this.optOuts.optOut(token);
    await send(reply, optedOutPage(language));
  }

  private async languageFor(token: string, { originalUrl, ip }: FastifyRequest): Promise<Language> {
    const invited = await this.wrongCodes.hold(ip, () => this.optOuts.languageOf(token));
    return chosenLanguage(originalUrl) ?? (writingDirectionOf(invited) === 'rtl' ? 'ar' : 'en');
  }
}

/** The address of the page is a secret of who was invited: it is told to nobody else and kept nowhere. */
async function send(reply: FastifyReply, page: string): Promise<void> {
  void reply.header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
  await reply.code(200).type('text/html; charset=utf-8').send(page);
}
