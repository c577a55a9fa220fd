import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, SessionCookies, Sessions, type Actor } from '#access';
import { Problem, textsIn, type Language } from '#contract';
import { chosenLanguage, ReadersLanguage } from '../http/language.js';
import { signInPage, type SignInFault } from './sign-in-page.js';

/** The form of the sign-in page. What was left empty is said on the page, so nothing is required here. */
export class SignInForm {
  @IsOptional() @IsString() @MaxLength(100) readonly name: string = '';
  @IsOptional() @IsString() @MaxLength(1000) readonly password: string = '';
}

/** Signing in and out for people in a browser. */
@Controller()
@ApiExcludeController()
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('sign-in')
  @Allow('session.open')
  async page(
    @CurrentActor() actor: Actor,
    @ReadersLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (actor.signedIn) return void reply.redirect(homeFrom(request), 303);
    await send(reply, 200, signInPage({ language, here: request.originalUrl, name: '', faults: [] }));
  }

  @Post('sign-in')
  @Allow('session.open')
  async signIn(
    @Body() form: SignInForm,
    @ReadersLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const missing = missingIn(form, language);
    const refusal = missing.length > 0 ? null : await this.refusal(form, request, reply);
    if (missing.length === 0 && refusal === null) return void reply.redirect(homeFrom(request), 303);
    const faults = refusal ? [{ field: 'name' as const, text: textOf(refusal, language) }] : missing;
    const retryAfter = refusal?.details.retryAfter;
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    await send(reply, refusal?.status ?? 400, signInPage({ language, here: '/sign-in', name: form.name, faults }));
  }

  @Post('sign-out')
  @Allow('session.close')
  @HttpCode(303)
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.close(this.cookies.sessionToken(request));
    this.cookies.takeBack(reply);
    await reply.redirect(homeFrom(request), 303);
  }

  /** Signs in and hands out the cookies; or the refusal that the page shows. */
  private async refusal(form: SignInForm, request: FastifyRequest, reply: FastifyReply): Promise<Problem | null> {
    try {
      const opened = await this.sessions.open(form.name, form.password, this.cookies.whereFrom(request));
      this.cookies.hand(reply, opened);
      return null;
    } catch (error) {
      if (error instanceof Problem && error.code.startsWith('access.')) return error;
      throw error;
    }
  }
}

function missingIn(form: SignInForm, language: Language): SignInFault[] {
  const say = textsIn(language);
  return [
    ...(form.name.trim() === '' ? [{ field: 'name', text: say('signIn.nameMissing') } as const] : []),
    ...(form.password === '' ? [{ field: 'password', text: say('signIn.passwordMissing') } as const] : []),
  ];
}

function textOf(problem: Problem, language: Language): string {
  return textsIn(language)(`problem.${problem.code}`, problem.details.params);
}

/** The start page, in the language that was chosen by hand. */
function homeFrom(request: FastifyRequest): string {
  const language = chosenLanguage(request.originalUrl);
  return language ? `/?language=${language}` : '/';
}

async function send(reply: FastifyReply, status: number, page: string): Promise<void> {
  await reply.code(status).type('text/html; charset=utf-8').send(page);
}
