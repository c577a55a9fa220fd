import type { ShortItem, ShortSurvey, SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';

/** What one customer has tapped so far. */
export interface Sitting {
  /** Of the answer it becomes. */
  readonly id: string;
  readonly face: string;
  /** What was chosen, by item; an empty list: nothing. */
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** The step that is shown, from 0. */
  readonly at: number;
}

/** What a form asks by taps. Who shows faces has looked that there are some: without them it is our mistake. */
export function shortOf({ short }: SurveyForm): ShortSurvey {
  if (!short) throw new Error('this instrument has no faces');
  return short;
}

/** What is tapped after a face: everything but texts, which a kiosk does not take. */
export function stepsAfter({ then, items }: ShortSurvey, face: string): readonly ShortItem[] {
  return (then[face] ?? []).flatMap((code) => items[code] ?? []).filter(({ type }) => type !== 'text');
}

/** The choice after one more tap on an option: a second tap takes it back, and what stands alone puts the others out. */
export function tapped(item: ShortItem, picks: readonly string[], option: string): readonly string[] {
  if (item.type !== 'choices') return [option];
  if (picks.includes(option)) return picks.filter((one) => one !== option);
  if (item.alone.includes(option)) return [option];
  const beside = picks.filter((one) => !item.alone.includes(one));
  return beside.length < item.most ? [...beside, option] : picks;
}

/** Whether nothing that must be answered is missing. */
export function isEnough(survey: ShortSurvey, { face, picks }: Sitting): boolean {
  return stepsAfter(survey, face).every(({ code, required }) => !required || (picks[code] ?? []).length > 0);
}

/** The answers as they are sent. */
export function sheetOf(survey: ShortSurvey, { face, picks }: Sitting): { readonly answers: Record<string, unknown> } {
  const steps = stepsAfter(survey, face).flatMap(({ code, type }) => {
    const chosen = picks[code] ?? [];
    return chosen.length > 0 ? [[code, { value: type === 'choices' ? chosen : chosen[0] }] as const] : [];
  });
  return { answers: { [survey.face.code]: { value: face }, ...Object.fromEntries(steps) } };
}
