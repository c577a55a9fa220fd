import { randomUUID } from 'node:crypto';
import type { InterviewPlace, InterviewWork } from '#campaigns';
import type { Instrument } from '#instruments';
import { inStore } from '../tablet/tablet-browser.js';
import { refused, type Reply, type Trick } from '../tablet/stand-in-office.js';
import { campaignDocument, customerSheet } from '../surveys/campaign-documents.js';
import { shippedInstrument } from '../surveys/survey-world.js';
import type { Page } from 'puppeteer';

const said = (en: string, ar: string) => ({ ar, en });

/** A campaign about so many places, of which a page tells a thousand. */
export function surveyWork(placeCount: number, instrument = shippedInstrument('customer-happiness-1')): InterviewWork {
  const { title, asker, purpose, minutes, consent, opens, closes } = campaignDocument() as unknown as Pick<
    InterviewWork['campaigns'][number],
    'title' | 'asker' | 'purpose' | 'minutes' | 'consent' | 'opens' | 'closes'
  >;
  const campaign = {
    ...{ code: 'happiness', title, asker, purpose, minutes, consent, opens, closes, placeCount },
    scaleOrder: 'bestFirst' as const,
    instrument: { code: instrument.code, version: instrument.version },
    languages: instrument.languages,
  };
  return { now: new Date().toISOString(), campaigns: [campaign], instruments: [instrument] };
}

const place = (n: number): InterviewPlace => ({
  n,
  code: `c${String(n).padStart(17, '0')}`,
  agency: 'WORKS',
  centre: `centre-${n}`,
  service: null,
  channel: null,
  names: { agency: said('Works', 'الأشغال'), centre: said(`Centre ${n}`, `المركز ${n}`) },
});

/** What an office says about surveys, and what it has stored: it answers in place of the one that knows visits alone. */
export class SurveyOffice {
  readonly stored = new Map<string, string>();
  /** Every body that came, the first first. */
  readonly came: { readonly id: string; readonly body: string }[] = [];
  /** What is said to a response in place of storing it; null: it is stored. */
  say: (id: string) => Reply | null = () => null;

  constructor(
    private readonly placeCount: number,
    private readonly instrument?: Instrument,
  ) {}

  readonly trick: Trick = ({ method, path, body }) => {
    if (path === 'device/surveys') return { status: 200, body: surveyWork(this.placeCount, this.instrument) };
    const after = /^device\/surveys\/happiness\/places\?after=(\d+)$/.exec(path)?.[1];
    if (after !== undefined) return { status: 200, body: this.page(Number(after)) };
    const id = /^responses\/(.+)$/.exec(path)?.[1];
    return method === 'PUT' && id !== undefined ? this.response(id, body.toString()) : null;
  };

  private page(after: number): unknown {
    const last = Math.min(after + 1_000, this.placeCount);
    const places = Array.from({ length: last - after }, (_, at) => place(after + at + 1));
    return { places, next: last < this.placeCount ? last : null };
  }

  private response(id: string, body: string): Reply {
    this.came.push({ id, body });
    const said = this.say(id);
    if (said && !said.cut) return said;
    const known = this.stored.get(id);
    if (known !== undefined && known !== body) return refused(409, 'response.conflict');
    this.stored.set(id, body);
    // Stored, and the line breaks before anybody hears of it.
    if (said) return said;
    return { status: known === undefined ? 201 : 200, body: { id, receivedAt: new Date().toISOString() } };
  }
}

/** An interview from its consent to its end, as the screens do it. @returns its id */
export function heldInterview(page: Page, language = 'en', place = 1): Promise<string> {
  const given = { language, place, sheet: customerSheet() };
  return inStore(
    page,
    `const { places } = store.state.interviews.places.get('happiness');
     const { code, names } = places[given.place - 1];
     const [campaign] = store.state.interviews.surveys.campaigns;
     const begun = await store.interviews.begin({ campaign: 'happiness', instrument: campaign.instrument,
       place: { code, names }, language: given.language, consent: 1 });
     const filled = { ...begun, sheet: given.sheet, changedAt: new Date().toISOString() };
     await store.interviews.save(filled);
     await store.interviews.finish(filled);
     return begun.id;`,
    given,
  );
}

/** A receipt of something else. */
export const otherReceipt = (): Reply => ({
  status: 201,
  body: { id: randomUUID(), receivedAt: new Date().toISOString() },
});
