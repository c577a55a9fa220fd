import type { SentResponse } from '#campaigns';
import type { SurveyForm } from '../../api/src/surveys/kiosk/survey-form.js';

/** The server said no, in words for people. */
export class Refusal extends Error {}

/** Where this script came from: there it asks, and nowhere else. */
const script = document.currentScript as HTMLScriptElement | null;
const home = new URL(script?.src ?? location.href).origin;

export const pageOf = (code: string): string => `${home}/s/${code}`;

/** @throws Refusal; anything else: there is no connection */
export function askForm(code: string, language: string): Promise<SurveyForm> {
  return ask(`survey-forms/${encodeURIComponent(code)}`, language) as Promise<SurveyForm>;
}

/** Stored when it comes back. @throws as `askForm` */
export async function sendAnswer(id: string, language: string, sent: SentResponse): Promise<void> {
  const receipt = (await ask(`responses/${id}`, language, { method: 'PUT', body: JSON.stringify(sent) })) as {
    id?: unknown;
  };
  if (receipt.id !== id) throw new Error();
}

async function ask(path: string, language: string, more: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`${home}/api/v1/${path}?language=${language}`, {
    ...more,
    ...(more.body ? { headers: { 'content-type': 'application/json' } } : {}),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  const json = (await answer.json()) as { title?: unknown };
  if (!answer.ok) throw new Refusal(String(json.title));
  return json;
}
