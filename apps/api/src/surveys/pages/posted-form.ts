import { answerFields, startPage, type Fields, type Go } from '#campaigns';
import { Problem } from '#contract';
import { languagesOf, type SurveyPlace } from '#surveys';

/** A form as it came in: where it stood, what was pressed, and all that was typed so far. */
export interface PostedForm {
  readonly at: string;
  readonly go: Go;
  readonly language: string;
  readonly shown: ReadonlySet<string>;
  readonly isChange: boolean;
  readonly stamp: string;
  readonly consent: number;
  /** What stands in the field that people do not see. */
  readonly website: string;
  /** The proof of work, where a script did it; empty: none did. */
  readonly work: string;
  /** The answers, by the names of their fields. */
  readonly fields: Fields;
}

/** The fields beside the answers, and the most characters each may have. */
const ownFields = {
  page: 65,
  go: 80,
  language: 40,
  shown: 40_000,
  change: 1,
  stamp: 200,
  consent: 10,
  website: 2_000,
  work: 64,
  token: 64,
};

/**
 * Reads the form of a page.
 * @throws Problem `request.invalid` for a field that no page has
 */
export function readPosted(place: SurveyPlace, body: unknown): PostedForm {
  const sent = fieldsIn(body);
  const { known, unknown } = answerFields(place.instrument.compiled, sent);
  const faults = unknown.filter((name) => !isOwn(name, sent[name] ?? '')).map((where) => ({ where: where.slice(0, 200), reason: 'unknown' as const })); // prettier-ignore
  if (faults.length > 0) throw new Problem('request.invalid', { faults: faults.slice(0, 100) });
  const own = (name: keyof typeof ownFields) => sent[name] ?? '';
  const languages = languagesOf(place);
  const wished = /^language\.(.+)$/.exec(own('go'))?.[1] ?? own('language');
  return {
    at: own('page') || startPage,
    go: goOf(own('go')),
    language: languages.find((tag) => tag === wished) ?? languages[0] ?? 'ar',
    shown: new Set(own('shown').split(' ')),
    isChange: own('change') === '1',
    stamp: own('stamp'),
    consent: Number(own('consent')) || place.campaign.consent.version,
    website: own('website'),
    work: own('work'),
    fields: known,
  };
}

/** Four times the longest text that a questionnaire takes: what is only too long for its question is told there, in kind words. */
const longestField = 40_000;

/** A form gives texts; JSON could give anything. */
function fieldsIn(body: unknown): Fields {
  const fields = Object.entries((body ?? {}) as Readonly<Record<string, unknown>>);
  const wrong = fields.find(([, value]) => typeof value !== 'string')?.[0];
  if (wrong !== undefined) {
    throw new Problem('request.invalid', { faults: [{ where: wrong.slice(0, 200), reason: 'notText' }] });
  }
  const long = fields.find(([, value]) => (value as string).length > longestField)?.[0];
  if (long !== undefined) {
    const fault = { where: long.slice(0, 200), reason: 'tooLong', params: { max: longestField } } as const;
    throw new Problem('request.invalid', { faults: [fault] });
  }
  return Object.fromEntries(fields) as Fields;
}

function isOwn(name: string, value: string): boolean {
  return Object.hasOwn(ownFields, name) && value.length <= ownFields[name as keyof typeof ownFields];
}

function goOf(pressed: string): Go {
  const [, to] = /^to\.(.+)$/.exec(pressed) ?? [];
  if (to !== undefined) return { to };
  if (pressed.startsWith('language.')) return 'same';
  return pressed === 'back' ? 'back' : 'next';
}
