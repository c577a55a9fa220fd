import { Inject, Injectable } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '#settings';
import type { OpenedSession, SignInFrom } from './sessions.js';

/** As long as a device is remembered. */
const deviceSeconds = 180 * 24 * 3600;

/**
 * The two cookies of a browser: its session, which ends with the browser, and its device, which stays. Over https
 * they are `__Host-` cookies, which no other host or plain connection can set. `@fastify/cookie` has to be registered.
 */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secure = settings.address.protocol === 'https:';
  }

  /** The name of the session cookie, as the description of the API tells it. */
  get sessionName(): string {
    return this.named('nujoom_session');
  }

  sessionToken(request: FastifyRequest): string | null {
    return request.cookies[this.sessionName] ?? null;
  }

  /** Where a request signs in from. */
  whereFrom(request: FastifyRequest): SignInFrom {
    return {
      address: request.ip,
      deviceToken: request.cookies[this.deviceName] ?? null,
      sessionToken: this.sessionToken(request),
    };
  }

  hand(reply: FastifyReply, { token, deviceToken }: OpenedSession): void {
    reply.setCookie(this.sessionName, token, this.options);
    reply.setCookie(this.deviceName, deviceToken, { ...this.options, maxAge: deviceSeconds });
  }

  /** Takes the session back; the device stays known. */
  takeBack(reply: FastifyReply): void {
    reply.clearCookie(this.sessionName, this.options);
  }

  private get deviceName(): string {
    return this.named('nujoom_device');
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.secure } as const;
  }

  private named(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
