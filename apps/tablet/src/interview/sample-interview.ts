import type { InterviewCampaign, InterviewPlace } from '#campaigns';
import type { Instrument } from '#instruments';
import type { Interview } from '../store/interview-model.js';

const words = { ar: 'نص', en: 'Text' };

/** A campaign about two places, open through November 2026. For specs only. */
export const sampleCampaign = (code: string, rest: Partial<InterviewCampaign> = {}): InterviewCampaign => ({
  code,
  title: words,
  asker: words,
  purpose: words,
  minutes: 1,
  consent: { version: 3, text: words },
  opens: '2026-11-01T00:00:00+04:00',
  closes: '2026-12-01T00:00:00+04:00',
  scaleOrder: 'bestFirst',
  instrument: { code: 'happiness', version: 1 },
  languages: ['ar', 'en'],
  placeCount: 2,
  ...rest,
});

export const samplePlace = (n: number): InterviewPlace => ({
  n,
  code: `sealed${n}`,
  agency: 'WORKS',
  centre: null,
  service: null,
  channel: null,
  names: { agency: words },
});

/** As much of an instrument as its name. */
export const sampleInstrument = (code: string, version: number) => ({ code, version }) as Instrument;

/** One that was begun at 8 o’clock (UTC) on 22 November 2026. */
export const sampleInterview = (id: string, rest: Partial<Interview> = {}): Interview => ({
  id,
  campaign: 'c',
  instrument: { code: 'happiness', version: 1 },
  place: { code: 'sealed1', names: { agency: words } },
  language: 'ar',
  consent: 3,
  sheet: { answers: { overall: { value: 'happy' } } },
  startedAt: '2026-11-22T08:00:00.000Z',
  changedAt: '2026-11-22T08:00:00.000Z',
  page: 0,
  ...rest,
});
