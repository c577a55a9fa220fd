import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, SessionCookies, Sessions, type Actor } from '#access';
import { Refuses } from '../docs/refuses.js';
import { SessionAnswer, SignIn } from './session.dto.js';

/** Signing in and out for programs; the session is a cookie, as in a browser. */
@Controller('api/v1/session')
@ApiTags('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('session.open')
  @Refuses('access.wrongCredentials', 'access.slowDown')
  @ApiOperation({ summary: 'Sign in', description: 'Hands out the session and the device as cookies.' })
  @ApiOkResponse({ type: SessionAnswer })
  async open(
    @Body() { name, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const opened = await this.sessions.open(name, password, this.cookies.whereFrom(request));
    this.cookies.hand(reply, opened);
    return SessionAnswer.of(opened.account);
  }

  @Get()
  @Allow('session.read')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionAnswer })
  read(@CurrentActor() actor: Actor): SessionAnswer {
    return SessionAnswer.of(actor);
  }

  @Delete()
  @HttpCode(204)
  @Allow('session.close')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(this.cookies.sessionToken(request));
    this.cookies.takeBack(reply);
  }
}
