import { compileInstrument, readInstrument, type Given } from '#instruments';
import { CheckLimits } from '../../plan/visit-plan.js';
import { contextOf, type CheckContext, type CheckedVisit } from '../check-context.js';

const said = (text: string) => ({ ar: `نص ${text}`, en: text });
const remark = { comment: { rule: 'optional' } };
const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

/** The codes of the form's items: 24 questions of yes or no, of which the last asks for something bad, and 16 on one scale. */
export const yesNoCodes = codes('has', 24);
export const scaleCodes = codes('how', 16);
/** What can be chosen on the scale, from the worst to the best. */
export const scaleOptions = ['never', 'hardly', 'partly', 'mostly', 'fully'] as const;

const document = {
  schema: 'nujoom.instrument/1',
  code: 'centre_visit',
  version: 1,
  filledBy: 'mysteryShopper',
  title: said('Visit'),
  languages: ['ar', 'en'],
  scoring: { mode: 'weights' },
  scales: [{ code: 'agreement', kind: 'agreement', options: scaleOptions.map((code) => ({ code, text: said(code) })) }],
  sections: [
    {
      code: 'centre',
      title: said('Centre'),
      items: [
        ...yesNoCodes.map((code, at) => ({ type: 'yesNo', code, text: said(code), reversed: at === 23, ...remark })),
        ...scaleCodes.map((code) => ({ type: 'scale', scale: 'agreement', code, text: said(code), required: false })),
        { type: 'timePair', code: 'wait', text: said('Wait'), from: said('From'), to: said('To'), required: false },
        { type: 'text', code: 'remarks', text: said('Remarks'), required: false },
      ],
    },
    {
      code: 'clerk',
      title: said('Clerk'),
      repeat: { min: 0, max: 3 },
      items: [{ type: 'yesNo', code: 'greeted', text: said('Greeted'), ...remark }],
    },
  ],
};

/** A form of a mystery shopper, with forty scored items. */
export const form = read();

function read() {
  const { instrument, faults } = readInstrument(document);
  if (!instrument) throw new RangeError(JSON.stringify(faults));
  return compileInstrument(instrument);
}

/** A centre in Abu Dhabi, open on workdays from 8 to 12 and from 16 to 20; on Fridays only in the morning. */
export const site = { latitude: 24.4539, longitude: 54.3773 };
const workday = [
  { from: '08:00', to: '12:00' },
  { from: '16:00', to: '20:00' },
];
export const hours = {
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: [{ from: '07:30', to: '12:00' }],
};

export const limits = CheckLimits.parse({});

/** All that is known around a visit on Monday, 2026-11-23, from 09:00 to 09:40 in Dubai: nothing is wrong with it. */
export const context: CheckContext = {
  ...contextOf('Asia/Dubai', limits),
  window: { dueFrom: '2026-11-22', dueTo: '2026-11-27', weekday: 'monday', hourFrom: '08:00', hourTo: '12:00' },
  centre: { id: 'here', site, hours },
  instrument: form,
  receivedAt: '2026-11-23T06:10:00Z',
  offsetMs: 1_200,
};

/** The same moment of that morning in Dubai: `09:05`. */
export const morning = (time: string) => `2026-11-23T${time}:00+04:00`;

const fix = (time: string) => ({ ...site, accuracy: 12, at: morning(time) });

/** A visit that was made as it was told. */
export const honest: CheckedVisit = {
  sheet: { answers: { has1: { value: 'yes' }, has2: { value: 'no' }, how1: { value: 'mostly' } } },
  startedAt: morning('08:58'),
  finishedAt: morning('09:55'),
  stamps: {
    arrival: morning('09:00'),
    ticket: morning('09:02'),
    firstContact: morning('09:01'),
    counter: morning('09:20'),
    end: morning('09:40'),
  },
  places: { start: fix('08:59'), end: fix('09:41') },
  photos: [{ hash: 'a'.repeat(64), bytes: 200_000, takenAt: morning('09:03'), blurred: false }],
  clock: { timeZone: 'Asia/Dubai', offsetMs: 900, measuredAt: morning('07:00') },
};

/** A sheet with a value for each of these items. */
export function sheetOf(values: Readonly<Record<string, Given['value']>>): { answers: Record<string, Given> } {
  const given = Object.entries(values).flatMap(([code, value]) => (value === undefined ? [] : [[code, { value }]]));
  return { answers: Object.fromEntries(given) as Record<string, Given> };
}
