import { randomUUID } from 'node:crypto';
import { PersonalLinks } from '#surveys';
import { type Browser, type Answer } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { SurveyRooms, type PlaceName } from './survey-rooms.js';

/** The API over the rooms of surveys, and citizens who fill its forms. */
export interface PageWorld {
  readonly rooms: SurveyRooms;
  readonly api: Served;
}

/** Rooms with their world but without a campaign, served. Close the rooms when done. */
export async function pageWorld(): Promise<PageWorld> {
  const rooms = await SurveyRooms.open();
  const api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
  return { rooms, api };
}

/** A response as it is stored. */
export interface StoredResponse {
  readonly id: string;
  readonly sheet: { readonly answers: Readonly<Record<string, { readonly value?: unknown }>> };
  readonly language: string;
  readonly way: string;
  readonly consent: number;
  readonly marks: readonly string[];
}

/** All responses, the latest first. */
export function storedIn(rooms: SurveyRooms): Promise<StoredResponse[]> {
  return rooms.sql('select id, sheet, language, way, consent, marks from responses order by seen desc, id');
}

/** The fields of a form as a browser would send them: hidden ones, and what is typed and chosen in it already. */
export function fieldsIn(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    if (name !== null && (!isChoice || / checked/.test(tag))) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', text = ''] of page.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(tag, 'name') ?? ''] = plain(text);
  }
  for (const [, tag = '', options = ''] of page.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    fields[attribute(tag, 'name') ?? ''] = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  }
  return fields;
}

/** What stands in the heading of a page. */
export function headingOf(page: string): string {
  return plain((/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1] ?? '').replace(/<[^>]*>/g, '')).trim();
}

export function titleOf(page: string): string {
  return plain(/<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '');
}

/** A citizen without scripts: fills what is on the page, presses, and sees the next; nothing else is kept. */
export class Citizen {
  private constructor(
    private readonly browser: Browser,
    public seen: Answer,
  ) {}

  static async at(browser: Browser, path: string): Promise<Citizen> {
    return new Citizen(browser, await browser.get(path, { accept: 'text/html' }));
  }

  get page(): string {
    return this.seen.text;
  }

  get heading(): string {
    return headingOf(this.page);
  }

  /** Fills fields of the page and presses a button. Where the answer leads elsewhere it is followed. */
  async press(go: string, typed: Readonly<Record<string, string>> = {}): Promise<this> {
    return this.post({ ...fieldsIn(this.page), ...typed, go });
  }

  /** Sends a form as it is to where the page sends it. */
  async post(form: Readonly<Record<string, string>>): Promise<this> {
    const action = /<form method="post" action="([^"]*)"/.exec(this.page)?.[1] ?? '/s/none';
    const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
    const answer = await this.browser.ask('POST', action, { form, headers });
    this.seen =
      answer.status === 303
        ? await this.browser.get(answer.headers.get('location') ?? '', { accept: 'text/html' })
        : answer;
    return this;
  }
}

function attribute(tag: string, name: string): string | null {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? null : plain(value);
}

function plain(markup: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return markup.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '');
}

/** Invites somebody to a place of a campaign. @returns the token of the personal link */
export async function invite(
  rooms: SurveyRooms,
  place: PlaceName,
  { language = 'ar', expires = '2099-01-01' }: { readonly language?: string; readonly expires?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { token, hash } = await rooms.get(PersonalLinks).linkOf(id);
  await rooms.sql(
    `insert into survey_invitations (id, campaign_id, place_n, token_hash, language, expires_at)
     select $1, campaign_id, n, $2, $3, $4 from survey_places where n = $5`,
    [id, hash, language, expires, await rooms.place(place)],
  );
  return token;
}
