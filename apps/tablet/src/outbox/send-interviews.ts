import type { Server } from '../server/server.js';
import type { Answered, Interviewed } from '../store/interview-model.js';
import type { Keeper } from '../store/keeper.js';
import type { Kept } from '../store/kept.js';
import type { Write } from '../store/records.js';
import type { Setback } from './setback.js';

/** Receipts of interviews are kept for so long: the home screen counts those of today. */
const receiptsKeptMs = 7 * 86_400_000;

/** Sends one interview, if it waits still. It goes from here only after a receipt with its own id. */
export async function sendInterview(
  keeper: Keeper,
  server: Pick<Server, 'respond'>,
  id: string,
): Promise<Setback | null> {
  const interview = keeper.kept.answered.get(id);
  if (!interview || interview.holdup?.kind === 'refused') return null;
  await keeper.note(() => changed(keeper.kept, id, ({ tries }) => ({ tries: tries + 1 })));
  const receipt = await server.respond(id, interview.body);
  if (receipt.id !== id) return { kind: 'refused', code: 'receiptDiffers', detail: '' };
  await keeper.settle(() => afterInterview(keeper.kept, interview, new Date().toISOString()));
  return null;
}

/** Notes at an interview what the office said to it: it stays. */
export function noteInterviewRefusal(
  keeper: Keeper,
  id: string,
  { code, detail }: Pick<Extract<Setback, { kind: 'refused' }>, 'code' | 'detail'>,
): Promise<void> {
  const at = new Date().toISOString();
  return keeper.note(() => changed(keeper.kept, id, () => ({ holdup: { kind: 'refused', code, detail, at } })));
}

/** The receipt in place of the interview; receipts of long ago go. */
export function afterInterview(
  { interviewed }: Pick<Kept, 'interviewed'>,
  { id, campaign }: Answered,
  now: string,
): Write {
  const isOld = ({ sentAt }: Interviewed) => Date.parse(now) - Date.parse(sentAt) > receiptsKeptMs;
  const old = [...interviewed.values()].filter(isOld);
  return {
    changes: [
      { kind: 'interviewed', id, value: { id, campaign, sentAt: now } },
      { kind: 'answered', id, value: null },
      ...old.map((one) => ({ kind: 'interviewed', id: one.id, value: null }) as const),
    ],
  };
}

function changed({ answered }: Kept, id: string, change: (one: Answered) => Partial<Answered>): Write['changes'] {
  const one = answered.get(id);
  return one ? [{ kind: 'answered', id, value: { ...one, ...change(one) } }] : [];
}
