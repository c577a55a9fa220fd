import type { SentVisit } from '#fieldwork';

/** A plan as an office sends it: every centre twice, filled with the small instrument. `changes` replace whole fields. */
export function planDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const said = (en: string, ar: string) => ({ ar, en });
  return {
    schema: 'nujoom.visit-plan/1',
    timeZone: 'Asia/Dubai',
    instruments: [{ channelTypes: ['centre', 'smart'], code: 'small_visit', version: 1 }],
    waves: [
      { code: 'spring', title: said('Spring', 'الربيع'), from: '2026-01-05', to: '2026-06-28' },
      { code: 'autumn', title: said('Autumn', 'الخريف'), from: '2026-06-29', to: '2026-12-27' },
    ],
    visitsPerWave: 1,
    hours: [
      { from: '08:00', to: '11:00' },
      { from: '11:00', to: '14:00' },
    ],
    scenarios: [
      { code: 'renew', title: said('Renewal', 'تجديد'), brief: said('Ask to renew a permit.', 'اطلب تجديد تصريح.') },
      { code: 'enquire', title: said('Enquiry', 'استفسار'), brief: said('Ask about fees.', 'اسأل عن الرسوم.') },
    ],
    doubles: 0,
    ...changes,
  };
}

/** A report about a visit as a tablet sends it, without photos and faults. `changes` replace whole fields. */
export function sentVisit(assignment: string, changes: Partial<SentVisit> = {}): SentVisit {
  const day = '2026-11-23';
  return {
    schema: 'nujoom.visit/1',
    assignment,
    instrument: { code: 'small_visit', version: 1 },
    sheet: sheet(),
    startedAt: `${day}T09:00:00+04:00`,
    finishedAt: `${day}T09:40:00+04:00`,
    stamps: { arrival: `${day}T09:00:00+04:00`, end: `${day}T09:30:00+04:00` },
    places: {
      start: { latitude: 24.454, longitude: 54.3774, accuracy: 12, at: `${day}T09:00:00+04:00` },
      end: { latitude: 24.454, longitude: 54.3774, accuracy: 12, at: `${day}T09:30:00+04:00` },
    },
    photos: [],
    clock: { timeZone: 'Asia/Dubai', offsetMs: 0, measuredAt: `${day}T08:50:00+04:00` },
    app: { version: '1.0.0', language: 'ar' },
    ...changes,
  };
}

/** A sheet of the small instrument that has no faults; `answers` replace single ones. */
export function sheet(answers: Readonly<Record<string, unknown>> = {}): { answers: Record<string, unknown> } {
  return {
    answers: {
      signs: { value: 'yes' },
      clean: { value: 'good' },
      queue: { value: 'yes' },
      wait: { value: 7 },
      greeting: { value: 'yes' },
      ...answers,
    },
  };
}
