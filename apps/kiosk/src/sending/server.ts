import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import { meaningOf } from '../../../tablet/src/server/answer.js';
import { ServerRefusal, Unreachable } from '../../../tablet/src/server/refusals.js';
import type { Waiting } from '../store/kiosk-store.js';

/** What became of sending one answer. */
export type Outcome =
  | { readonly kind: 'stored' }
  /** It may pass another time; `reached` tells that the server itself said so. */
  | { readonly kind: 'later'; readonly reached: boolean; readonly retryAfterMs: number | null }
  /** It will never be taken as it is. */
  | { readonly kind: 'never'; readonly code: string; readonly title: string };

/** The form of a code, or why there is none. */
export type FormAnswer =
  | { readonly kind: 'form'; readonly form: SurveyForm }
  | { readonly kind: 'closed'; readonly title: string }
  | { readonly kind: 'unreachable' };

const patienceMs = 20_000;
/** Refusals of a form that end the survey on this device, until another answer comes. */
const closing = /^campaign\.|^response\.wayUnknown$/;
/** Refusals of the 400s that are of the moment. */
const passing: ReadonlySet<number> = new Set([401, 408, 425, 429]);
const passingCodes: ReadonlySet<string> = new Set(['campaign.notOpen', 'campaign.notYetOpen', 'route.unknown']);

/** Asks for the form of a way in; that the server answers at all is the sign of life of this device. */
export async function askForm(code: string, language: string): Promise<FormAnswer> {
  try {
    const form = (await ask(`survey-forms/${code}?language=${language}`)) as SurveyForm;
    return { kind: 'form', form };
  } catch (error) {
    if (error instanceof ServerRefusal && closing.test(error.code)) return { kind: 'closed', title: error.title };
    return { kind: 'unreachable' };
  }
}

/** Sends one answer. Only a receipt with its own id says that it is stored: somebody in between may answer anything. */
export async function sendAnswer({ id, sent }: Waiting, language: string): Promise<Outcome> {
  try {
    const receipt = (await ask(`responses/${id}?language=${language}`, sent)) as { id?: unknown };
    return receipt.id === id ? { kind: 'stored' } : { kind: 'later', reached: false, retryAfterMs: null };
  } catch (error) {
    if (!(error instanceof ServerRefusal)) {
      const asked = error instanceof Unreachable ? error.retryAfterMs : null;
      return { kind: 'later', reached: false, retryAfterMs: asked };
    }
    const { status, code, title, retryAfterMs } = error;
    if (status >= 500 || passing.has(status) || passingCodes.has(code))
      return { kind: 'later', reached: true, retryAfterMs };
    return { kind: 'never', code, title };
  }
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`/api/v1/${path}`, {
    ...(body === undefined ? {} : { method: 'PUT', body: JSON.stringify(body) }),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  return meaningOf({
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: await answer.text(),
    retryAfter: answer.headers.get('retry-after'),
  });
}
