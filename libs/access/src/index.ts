export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { Accounts, type NewAccount } from './accounts.js';
export { Actor, visitor } from './actor.js';
export { Allow, verbOf } from './allow.js';
export { CurrentActor } from './current-actor.js';
export { SessionCookies } from './session-cookies.js';
export { Sessions, type OpenedSession, type SignInFrom } from './sessions.js';
export type { SignedIn } from './sessions.queries.js';
