import { readInstrument, type Instrument } from '#instruments';
import { Agencies, Centres } from '#network';
import { allTexts, corpus } from './corpus/index.js';
import { campaignDocument } from './campaign-documents.js';
import type { SurveyRooms } from './survey-rooms.js';
import { withInstrument } from './survey-world.js';

/** One of the texts, and where an answer holds it: as the answer itself, or as the remark beside one. */
export interface Question {
  readonly code: string;
  readonly text: string;
  readonly asRemark: boolean;
}

const said = (text: string) => ({ ar: text, en: text });

/** A question for every text of the corpus. @param odd which half of them are remarks */
export function questionsOf(odd: 0 | 1): readonly Question[] {
  return allTexts.map((text, at) => ({ code: `t${at}`, text, asRemark: at % 2 === odd }));
}

/** The sheet that says all of them. */
export function hostileSheet(questions: readonly Question[]): { readonly answers: Record<string, unknown> } {
  const answers = questions.map(({ code, text, asRemark }) => [
    code,
    asRemark ? { value: 'yes', comment: text } : { value: text },
  ]);
  return { answers: { overall: { value: 'good' }, ...(Object.fromEntries(answers) as object) } };
}

/**
 * A questionnaire that asks for every text of the corpus, and speaks in them: its questions and options are called so too. A page for
 * each kind of text, whose last question takes a number.
 */
export function hostileInstrument(odd: 0 | 1): Instrument {
  const questions = new Map(questionsOf(odd).map((question) => [question.text, question]));
  const asked = new Set<string>();
  const sections = Object.entries(corpus).map(([name, texts], at) => ({
    code: `s${at}`,
    title: said(name),
    items: [
      ...texts.flatMap((text): object[] => {
        const question = questions.get(text);
        if (!question || asked.has(text)) return [];
        asked.add(text);
        const item = { code: question.code, text: said(text), help: said(text), required: false };
        return question.asRemark
          ? [{ ...item, type: 'yesNo', comment: { rule: 'optional' } }]
          : [{ ...item, type: 'text', lines: at % 2 ? 'one' : 'many' }];
      }),
      { type: 'number', code: `n${at}`, text: said('How many?'), required: false, min: 0, max: 9 },
    ],
  }));
  const options = ['poor', 'fair', 'good'].map((code, at) => ({ code, text: said(`${code} ${allTexts[at] ?? ''}`) }));
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: `corpus_${odd}`,
    version: 1,
    filledBy: 'customer',
    title: said('"><img src=x onerror=hit()>'),
    languages: ['ar', 'en'],
    presentation: { page: 'section' },
    scoring: { mode: 'weights' },
    scales: [{ code: 'quality', kind: 'labelled', options }],
    sections: [
      { code: 'first', title: said('</title><script>hit()</script>'), items: [{ type: 'scale', code: 'overall', text: said('<img src=x onerror=hit()>'), scale: 'quality' }] },
      ...sections,
    ],
  }); // prettier-ignore
  if (!instrument) throw new Error(JSON.stringify(faults));
  return instrument;
}

/** Texts put together as far as one field of a campaign takes them. */
export const chunks: readonly string[] = Object.values(corpus).flatMap((texts) => {
  const chunks = [''];
  for (const text of texts) {
    const last = chunks.at(-1) ?? '';
    if (last.length + text.length > 3_900) chunks.push(text);
    else chunks[chunks.length - 1] = `${last} ${text}`;
  }
  return chunks.map((chunk) => chunk.trim());
});

/** A campaign whose every text is one of the chunks. */
export function hostileCampaign(at: number, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const chunk = said(chunks[at] ?? '');
  const document = campaignDocument({
    code: `hostile_${at}`,
    instrument: { code: 'corpus_0', version: 1 },
    title: chunk,
    asker: chunk,
    purpose: chunk,
    consent: { version: 1, text: chunk },
    places: [{ agency: `H-${at}`, centre: `H-${at}` }],
    ...changes,
  });
  delete document['outcomeItem'];
  return document;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A table with these columns, as a program writes it that knows nothing of us. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** What a table's cell says: without blanks and marks of direction at its ends, composed. */
export function cellText(text: string): string {
  return text.replace(/^[\s\u200E\u200F\u061C]+|[\s\u200E\u200F\u061C]+$/g, '').normalize('NFC');
}

/** Imports an agency and a centre for each text, called so, as agencies send their registers; names are at most 500 characters. */
export async function nameEverything(rooms: SurveyRooms): Promise<readonly string[]> {
  const names = allTexts.filter((text) => text.length <= 500);
  await rooms.sql(
    `insert into agencies (id, code, name_en, name_ar) select gen_random_uuid(), 'H-' || at, 'x', 'x' from generate_series(0, $1::int - 1) as at`,
    [names.length],
  );
  const agencies = names.map((name, at) => [`H-${at}`, name, name, name, name]);
  await rooms
    .get(Agencies)
    .name(rooms.file(csvOf(['code', 'name_en', 'name_ar', 'group_en', 'group_ar'], agencies), 'agencies.csv'));
  const centres = names.map((name, at) => [`H-${at}`, `H-${at}`, 'centre', name, name]);
  await rooms
    .get(Centres)
    .register(rooms.file(csvOf(['code', 'agency', 'channel_type', 'name_en', 'name_ar'], centres), 'centres.csv'));
  await rooms.sql(
    `insert into services (id, agency_id, code, name_en, name_ar)
     select gen_random_uuid(), id, 'svc', name_en, name_ar from agencies where code like 'H-%'`,
  );
  return names;
}

/** The rooms with both questionnaires and everything that is named after a text. */
export async function hostileWorld(rooms: SurveyRooms): Promise<readonly string[]> {
  for (const odd of [0, 1] as const) await rooms.sql(withInstrument(hostileInstrument(odd)));
  return nameEverything(rooms);
}
