import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Problem } from '#contract';
import { visitor, type Actor } from './actor.js';
import { verbAsked } from './allow.js';
import type { ActingRequest } from './current-actor.js';
import { deviceReport, deviceToken } from './device-requests.js';
import { Devices } from './devices.js';
import { SessionCookies } from './session-cookies.js';
import { Sessions } from './sessions.js';

/**
 * Lets a request in when its actor has the verb of the route. A route without a verb is closed to everybody.
 * What visitors may do is let in without a look at the database, so that health answers while it is away.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly cookies: SessionCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const verb = verbAsked(context);
    if (verb === null) throw new Problem('access.notAllowed');
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const actor = once(() => this.actorOf(request));
    request.actor = actor;
    if (visitor.can(verb)) return true;
    const asking = await actor();
    if (asking.can(verb)) return true;
    throw new Problem(asking.signedIn ? 'access.notAllowed' : 'access.signInNeeded');
  }

  /** A request that names a device is that device's, whoever is signed in in the browser. */
  private actorOf(request: ActingRequest): Promise<Actor> {
    const device = deviceToken(request);
    if (device !== null) return this.devices.actorOf(device, deviceReport(request));
    return this.sessions.actorOf(this.cookies.sessionToken(request));
  }
}

function once(find: () => Promise<Actor>): () => Promise<Actor> {
  let found: Promise<Actor> | null = null;
  return () => (found ??= find());
}
