import type { AnswerSheet } from '#instruments';

const said = (en: string, ar: string) => ({ ar, en });

/** A customer campaign as an office sends it, open from 2026 on until 2099. `changes` replace whole fields. */
export function campaignDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    schema: 'nujoom.campaign/1',
    code: 'happiness',
    cycle: '2026',
    study: 'customer-happiness',
    instrument: { code: 'customer_happiness', version: 1 },
    title: said('How was our service?', 'كيف كانت خدمتنا؟'),
    asker: said('The Excellence Office', 'مكتب التميز'),
    purpose: said('To improve our services.', 'لتحسين خدماتنا.'),
    minutes: 1,
    consent: { version: 1, text: said('Your answers are anonymous.', 'إجاباتكم دون ذكر الاسم.') },
    opens: '2026-01-01T00:00:00+04:00',
    closes: '2099-12-31T23:59:59+04:00',
    places: [
      { agency: 'WORKS' },
      { agency: 'WORKS', centre: 'gate' },
      { agency: 'WORKS', centre: 'gate', service: 'renew' },
      { agency: 'WORKS', centre: 'desk' },
      { agency: 'HEALTH', centre: 'clinic' },
    ],
    outcomeItem: 'outcome',
    ...changes,
  };
}

/** A campaign among the employees of two agencies. `changes` replace whole fields. */
export function staffDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const document = campaignDocument({
    code: 'staff',
    study: 'employee-happiness',
    instrument: { code: 'employee_happiness', version: 1 },
    title: said('How is your work?', 'كيف هو عملك؟'),
    minutes: 6,
    places: [{ agency: 'WORKS' }, { agency: 'HEALTH' }],
    ...changes,
  });
  if (!('outcomeItem' in changes)) delete document['outcomeItem'];
  return document;
}

/** A sheet of customer_happiness 1 without faults; `answers` replace single ones. */
export function customerSheet(answers: Readonly<Record<string, unknown>> = {}): AnswerSheet {
  return {
    answers: {
      overall: { value: 'happy' },
      outcome: { value: 'received' },
      reasons_good: { value: ['staff'] },
      need_met: { value: 'agree' },
      effort_level: { value: 'easy' },
      ...answers,
    },
  };
}
