import { contactAfter } from '../server/clock.js';
import { Server, type Standing } from '../server/server.js';
import type { Keeper } from '../store/keeper.js';
import { answeredInOrder, waitingInOrder, type Kept } from '../store/kept.js';
import type { LiveState } from '../store/live-state.js';
import type { TabletState } from '../store/model.js';
import { Outbox } from './outbox.js';
import { Sender } from './sender.js';

/** What is around the outbox of an open store. */
export interface SenderSurroundings {
  readonly version: string;
  readonly language: () => string;
  readonly onRevoked: () => void;
  readonly showSending: (sending: TabletState['sending']) => void;
  readonly stopped: AbortSignal;
}

/** The outbox of a store, and what it tells as facts of the store. */
export function newSender(keeper: Keeper, live: LiveState, around: SenderSurroundings): Sender {
  const { version, language, onRevoked, showSending: sending, stopped } = around;
  const server = new Server(
    version,
    () => standingOf(keeper.kept, language()),
    (reading) => live.set({ contact: contactAfter(live.facts.contact, reading) }),
    stopped,
  );
  const fileSent = (hash: string, bytes: number) =>
    live.set({ fileBytes: new Map([...live.facts.fileBytes, [hash, bytes]]) });
  const outbox = new Outbox(keeper, server, { sending, fileSent }, stopped);
  const reports = {
    reached: (reached: boolean) => live.reached(reached),
    signInNeeded: () => live.set({ signInNeeded: true }),
    revoked: onRevoked,
    roundDone: () => keepContact(keeper, live),
  };
  return new Sender(outbox, reports, stopped);
}

function standingOf(kept: Kept, language: string): Standing {
  const [oldest] = [waitingInOrder(kept)[0], answeredInOrder(kept)[0]].flatMap((one) => one?.finishedAt ?? []).sort();
  return {
    ...(kept.enrolled && { token: kept.enrolled.token }),
    language,
    waiting: kept.waiting.size + kept.answered.size,
    ...(oldest !== undefined && { oldest }),
  };
}

/** Once a round is enough: it is a matter of minutes. */
async function keepContact(keeper: Keeper, { facts: { contact } }: LiveState): Promise<void> {
  if (contact.at === keeper.kept.contact.at) return;
  await keeper.note(() => [{ kind: 'contact', id: '', value: contact }]).catch(() => undefined);
}
