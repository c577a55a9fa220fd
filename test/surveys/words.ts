import { randomUUID } from 'node:crypto';
import { visitor } from '#access';
import type { Instrument } from '#instruments';
import { Responses } from '#surveys';
import { campaignDocument, customerSheet, sentResponse, type SurveyRooms } from './survey-rooms.js';
import { shippedInstrument, withInstrument } from './survey-world.js';

/** What must be found nowhere once it was erased; each place where somebody writes has one of its own. */
export const canaryOf = (place: string) => `CANARY-${place}-Amna`;

/** customer_happiness, where a remark may stand beside the first answer. */
export function wordyInstrument(): Instrument {
  const shipped = shippedInstrument('customer-happiness-1');
  const sections = shipped.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.code === 'overall' ? { ...item, comment: { rule: 'optional' as const } } : item,
    ),
  }));
  return { ...shipped, code: 'customer_words', sections };
}

/** Opens the campaign `happiness` with it. */
export async function openWordy(rooms: SurveyRooms, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  await rooms.sql(withInstrument(wordyInstrument()));
  const document = campaignDocument({ instrument: { code: 'customer_words', version: 1 }, ...changes });
  const code = await rooms.campaign(document);
  const [row] = await rooms.sql<{ id: string }>('select id from campaigns where code = $1', [code]);
  return row?.id ?? '';
}

/** All rows of all tables of the database as text, jobs and trail included; what is binary as hexadecimal digits. */
export async function wholeDump(rooms: SurveyRooms): Promise<string> {
  const tables = await rooms.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await rooms.sql<{ text: string }>(`select one::text as text from ${name} as one`);
    parts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return parts.join('\n');
}

/** The canaries in a dump, plain or as the digits of their bytes; each once, in order. */
export function canariesIn(dump: string): string[] {
  const digits = Buffer.from('CANARY-').toString('hex');
  const hidden = [...dump.matchAll(new RegExp(`${digits}[0-9a-f]*`, 'g'))].map(([found]) =>
    Buffer.from(found, 'hex').toString(),
  );
  const found = `${dump}\n${hidden.join('\n')}`.matchAll(/CANARY-(\w+)-/gi);
  return [...new Set([...found].map(([, place]) => (place ?? '').toLowerCase()))].sort();
}

/** Sends an answer to the campaign `happiness` with words in it. @returns its id */
export async function writtenBy(rooms: SurveyRooms, words: string): Promise<string> {
  const id = randomUUID();
  const sheet = customerSheet({ comment: { value: words } });
  const sent = sentResponse(await rooms.code({ centre: 'gate' }, 'kiosk'), { sheet });
  await rooms.get(Responses).submit(visitor, { id, sent, address: '192.0.2.7' });
  return id;
}
