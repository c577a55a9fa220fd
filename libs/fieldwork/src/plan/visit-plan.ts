import { z } from 'zod';
import { Code, Wording } from '#contract';

const Day = z.iso.date();
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];
const WeekdayName = z.enum(weekdays);

/** A stretch of the cycle in which every centre gets its visits. */
export const Wave = z.strictObject({ code: Code, title: Wording, from: Day, to: Day });
export type Wave = z.infer<typeof Wave>;

/** What a shopper asks for, and how he behaves. */
export const Scenario = z.strictObject({
  code: Code,
  title: Wording,
  brief: Wording,
  channelTypes: z.array(Code).min(1).exactOptional().describe('Absent: all that the plan visits.'),
  services: z.array(Code).min(1).exactOptional().describe('Codes of services to ask for in turn; absent: any.'),
});
export type Scenario = z.infer<typeof Scenario>;

/** Who may visit what. Each can be changed per plan; an exception to one needs a reason. */
export const AssignmentRules = z.strictObject({
  sameCentreDays: z
    .int()
    .min(0)
    .max(1_000)
    .default(180)
    .describe('No shopper at the same centre again within so many days.'),
  shareOfCentre: z
    .number()
    .gt(0)
    .max(1)
    .default(0.2)
    .describe("The largest part of a centre's visits in a cycle by one shopper."),
  daysBetween: z
    .int()
    .min(0)
    .max(60)
    .default(3)
    .describe('No two visits to a centre within so many days, but double visits.'),
});
export type AssignmentRules = z.infer<typeof AssignmentRules>;

/** When a submitted visit is worth a look. Never a verdict. */
export const CheckLimits = z.strictObject({
  fenceMetres: z.number().min(10).max(10_000).default(200),
  accuracyMetres: z.number().min(5).max(10_000).default(100),
  minMinutes: z.number().min(0).max(600).default(8).describe('Shorter from arrival to end is too short.'),
  kmPerHour: z.number().min(10).max(1_500).default(120).describe('Faster from one visit to the next is not possible.'),
  clockMinutes: z.number().min(1).max(1_440).default(5),
  photoBits: z
    .int()
    .min(0)
    .max(32)
    .default(6)
    .describe('Perceptual hashes this near, of 64 bits, are the same picture.'),
});
export type CheckLimits = z.infer<typeof CheckLimits>;

/** Something two answers cannot both be; reported, never refused. */
export const Contradiction = z.strictObject({
  instrument: Code,
  when: z.string().trim().min(1).max(1_000).describe('A CEL expression over item codes, as in instruments.'),
  message: Wording,
});
export type Contradiction = z.infer<typeof Contradiction>;

/** Days that are not worked; an agency may have its own. */
export const WorkCalendar = z.strictObject({
  weekend: z.array(WeekdayName).max(6).default(['saturday', 'sunday']),
  holidays: z.array(Day).max(200).default([]),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** The plan of a cycle's mystery-shopper visits, as one document. */
export const VisitPlan = z
  .strictObject({
    schema: z.literal('nujoom.visit-plan/1'),
    timeZone: z.string().min(1).max(64).describe('IANA name; days and hours of the plan are meant there.'),
    instruments: z
      .array(z.strictObject({ channelTypes: z.array(Code).min(1), code: Code, version: z.int().min(1) }))
      .min(1)
      .max(20),
    waves: z.array(Wave).min(1).max(12),
    visitsPerWave: z.int().min(0).max(50).describe('Visits to each centre in each wave.'),
    centres: z
      .array(z.strictObject({ centre: z.string().trim().min(1).max(64), visitsPerWave: z.int().min(0).max(50) }))
      .max(5_000)
      .default([])
      .describe('Centres with another number; 0: not visited.'),
    weekdays: z.array(WeekdayName).min(1).default(['monday', 'tuesday', 'wednesday', 'thursday', 'friday']),
    hours: z
      .array(z.strictObject({ from: Hour, to: Hour }))
      .min(1)
      .max(12),
    languages: z
      .array(z.enum(['ar', 'en']))
      .min(1)
      .default(['ar', 'en']),
    genders: z
      .array(z.enum(['female', 'male']))
      .min(1)
      .default(['female', 'male']),
    scenarios: z.array(Scenario).min(1).max(50),
    doubles: z
      .number()
      .min(0)
      .max(0.5)
      .default(0.05)
      .describe('The part of visits made twice: same scenario, same day, two shoppers.'),
    rules: AssignmentRules.prefault({}),
    checks: CheckLimits.prefault({}),
    graceHours: z
      .number()
      .min(0)
      .max(720)
      .default(48)
      .describe('A report later than the due day is taken for so long, and marked.'),
    contradictions: z.array(Contradiction).max(100).default([]),
    appeals: z.strictObject({ workingDays: z.int().min(1).max(60).default(10) }).prefault({}),
    calendar: WorkCalendar.prefault({}),
  })
  .describe('The plan of a cycle of mystery-shopper visits.');
export type VisitPlan = z.infer<typeof VisitPlan>;
