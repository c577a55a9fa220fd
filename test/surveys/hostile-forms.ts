import type { Chance } from './hostile-answers.js';
import { allTexts } from './corpus/index.js';

/** A form as somebody hostile posts it. */
export interface HostileForm {
  readonly path: string;
  readonly body: string;
}

type Fields = Record<string, string>;

/** Where forms and links go: right ones, and wrong ones of every kind. */
const wrongPaths = [
  '/s/CODEx',
  '/s/000000000000000000',
  '/s/%00',
  '/a/x',
  '/o/x',
  '/s/CODE/thanks',
  '/s/..%2f..',
  '/s/CODE?x=1',
];
/** Names of fields that a form has, or that somebody would like it to have. */
const names = ['a.overall', 'a.outcome', 'a.comment', 'a.reasons_good.staff', 'n.overall', 'c.overall', 'page', 'shown', 'change', 'language', 'consent', 'stamp', 'website', 'go', 'token', 'standing', 'id', 'a.', 'A.OVERALL', 'a.overall[]', 'constructor', '__proto__']; // prettier-ignore

const twists: readonly ((fields: Fields, chance: Chance) => void)[] = [
  (fields, chance) => void (fields[pick(names, chance)] = pick(allTexts, chance)),
  (fields, chance) => void (fields['a.comment'] = pick(allTexts, chance)),
  (fields, chance) => void (fields[pick(allTexts, chance)] = 'x'),
  (fields, chance) => void delete fields[pick(Object.keys(fields), chance)],
  (fields, chance) => void (fields['token'] = pick(allTexts, chance).slice(0, 64)),
  (fields, chance) => void (fields['a.comment'] = 'x'.repeat(Math.floor(chance() * 200_000))),
  (fields, chance) =>
    void (fields['stamp'] = (fields['stamp'] ?? '').replace(/[0-9a-f]/, () => (chance() < 0.5 ? 'f' : 'g'))),
];

const scribbles: readonly ((body: string, chance: Chance) => string)[] = [
  (body) => `${body}&a.overall=happy&a.overall=unhappy`,
  (body, chance) => body.slice(0, Math.floor(chance() * body.length)),
  (body) => `${body}&a.comment=%00`,
  (body) => `${body}&%E0%A4%A=%FF%FE`,
  (body) => body + '&x'.repeat(4_000),
  (body) => `${body}&a.comment=${'%'.repeat(5_000)}`,
  (body) => body.replaceAll('=', '=='),
  () => '=',
  () => '&&&&',
];

/**
 * One hostile form, the next of a row; about one in four is an honest one.
 * @param honest the fields of a form that is complete, and where it goes
 */
export function hostileForm(
  honest: { readonly path: string; readonly fields: Readonly<Fields> },
  chance: Chance,
): HostileForm {
  const fields = { ...honest.fields };
  for (let twisted = Math.floor(chance() * 4); twisted > 0; twisted--) pick(twists, chance)(fields, chance);
  const entries = Object.entries(fields).map(([name, value]) => `${part(name)}=${part(value)}`);
  const body = chance() < 0.2 ? pick(scribbles, chance)(entries.join('&'), chance) : entries.join('&');
  const path = chance() < 0.1 ? pick(wrongPaths, chance).replace('CODE', honest.path.replace('/s/', '')) : honest.path;
  return { path, body };
}

const part = (text: string) => encodeURIComponent(text.toWellFormed());

function pick<T>(all: readonly T[], chance: Chance): T {
  return all[Math.floor(chance() * all.length)] as T;
}
