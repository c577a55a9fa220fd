import { randomUUID } from 'node:crypto';
import { customerSheet, sentResponse } from './survey-rooms.js';

/** One request as somebody hostile sends it. */
export interface HostileRequest {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** A number from 0 up to 1, the next of a fixed row. */
export type Chance = () => number;

/** Texts that run, break, turn round or overflow somewhere. */
export const nastyTexts: readonly string[] = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `<svg/onload=alert(1)>`,
  `javascript:alert(1)`,
  `'; drop table responses; --`,
  `" or 1=1 --`,
  `\\'; select pg_sleep(10); --`,
  '$(reboot)',
  '`reboot`',
  '{{7*7}}',
  '${7*7}',
  '%00%0a%0d',
  '../../../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '+1+1',
  '\u202Egnp.exe',
  '\u2066\u2067\u2068\u2069',
  '\u200f\u200e\u061c',
  'a\u0000b',
  '\u0001\u0002\u001b[31m',
  '\ud800',
  'ﷺ'.repeat(400),
  'ا\u0651\u064e\u0650'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(150),
  'x'.repeat(1_200),
  'x'.repeat(1_201),
  'x'.repeat(100_000),
  '١٢٣٤٥٦٧٨٩٠',
  ' ',
  '',
];

const wrongValues: readonly unknown[] = [
  null, true, 0, -1, 1e308, '', [], {}, [[]], { value: {} }, { value: { value: {} } }, ['happy'], { from: 1, to: 2 },
  { rows: { a: 'b' } }, { refused: true }, Number.MAX_SAFE_INTEGER, 'happy\u0000', '__proto__', Array.from({ length: 500 }, () => 'staff'),
]; // prettier-ignore

type Fields = Record<string, unknown>;

/** Ways to make a request worse. Each is given the document as it is so far. */
const twists: readonly ((sent: Fields, chance: Chance) => void)[] = [
  (sent, chance) => answer(sent, 'comment', { value: pick(nastyTexts, chance) }),
  (sent, chance) =>
    answer(sent, pick(['overall', 'outcome', 'need_met', 'reasons_good'], chance), {
      value: pick(wrongValues, chance),
    }),
  (sent, chance) => answer(sent, pick(['overall', 'comment'], chance), pick(wrongValues, chance)),
  (sent, chance) => answer(sent, pick(nastyTexts, chance).slice(0, 80), { value: 'happy' }),
  (sent, chance) => void (sent[pick(Object.keys(sent), chance)] = pick(wrongValues, chance)),
  (sent, chance) =>
    void (sent[pick(['id', 'role', 'standing', 'score', 'agencyId', 'constructor', 'toString'], chance)] = 1),
  (sent, chance) => void delete sent[pick(Object.keys(sent), chance)],
  (sent, chance) => void (sent['code'] = pick(nastyTexts, chance)),
  (sent, chance) => void (sent['stamp'] = pick(nastyTexts, chance)),
  (sent, chance) => void (sent['language'] = pick(nastyTexts, chance)),
  (sent, chance) => void (sent['website'] = pick(nastyTexts, chance)),
  (sent, chance) => void (sent['sheet'] = pick(wrongValues, chance)),
  (sent, chance) => void (sent['seconds'] = pick(wrongValues, chance)),
  (sent) =>
    answer(sent, 'overall', { value: 'unhappy', comment: 'No comment is asked for', evidence: ['0'.repeat(64)] }),
];

/** Ways to spoil what is sent as a text. */
const scribbles: readonly ((text: string, chance: Chance) => string)[] = [
  (text, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text) => text.replace('{', '{"__proto__":{"standing":0},'),
  (text) => text.replace('"consent"', '"consent":1,"consent"'),
  () => '['.repeat(20_000),
  () => '{"sheet":'.repeat(5_000) + '1',
  (text) => `\ufeff${text}`,
  (text, chance) => text.replace('happy', String.fromCharCode(Math.floor(chance() * 0xffff))),
  (text) => text.replace('"happy"', '1e99999'),
  () => 'null',
  () => '"text"',
];

/** One hostile request, the next of a row; about one in five is an honest one, so that good ones get through beside them. */
export function hostileRequest(code: string, before: readonly HostileRequest[], chance: Chance): HostileRequest {
  const replayed = before.length > 0 && chance() < 0.1 ? pick(before, chance) : null;
  if (replayed && chance() < 0.5) return replayed;
  const sent = structuredClone(sentResponse(code)) as unknown as Fields;
  sent['sheet'] = customerSheet();
  for (let twisted = Math.floor(chance() * 4); twisted > 0; twisted--) pick(twists, chance)(sent, chance);
  const written = JSON.stringify(sent);
  const body = chance() < 0.15 ? pick(scribbles, chance)(written, chance) : written;
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
  ];
  const type = chance() < 0.05 ? pick(types, chance) : 'application/json';
  const ids = [replayed?.id ?? randomUUID(), 'no-uuid', '%00', '../responses', `${randomUUID()}'`];
  return { id: chance() < 0.04 ? pick(ids, chance) : (ids[0] ?? ''), type, body };
}

function answer(sent: Fields, item: string, given: unknown): void {
  const sheet = sent['sheet'] as { answers?: Fields } | null | undefined;
  if (typeof sheet?.answers === 'object') sheet.answers[item] = given;
}

function pick<T>(all: readonly T[], chance: Chance): T {
  return all[Math.floor(chance() * all.length)] as T;
}
