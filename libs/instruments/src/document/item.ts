import { z } from 'zod';
import { Code, Wording } from '#contract';
import { Asked, Constraint, Critical, Expression, NotApplicable, NotApplicablePolicy, PointsRange } from './rules.js';
import { Option } from './scale.js';

/** What every item has. */
const common = {
  code: Code,
  text: Wording,
  help: Wording.exactOptional(),
  required: z.boolean().default(true).describe('Whether it must be answered when it is asked.'),
  weight: z.number().min(0).max(1_000).default(1).describe('0: asked, but not counted.'),
  dimension: Code.exactOptional().describe('The dimension it feeds; absent: that of its section.'),
  relevant: Expression.exactOptional().describe('Asked only when this holds; unknown counts as no.'),
  constraints: z.array(Constraint).max(10).exactOptional(),
  notApplicable: NotApplicable.exactOptional().describe('Absent: "does not apply" cannot be said.'),
  notApplicablePolicy: NotApplicablePolicy.exactOptional().describe('Absent: that of the instrument.'),
  comment: Asked.exactOptional().describe('A remark beside the answer, at most 4,000 characters; absent: none.'),
  evidence: Asked.extend({ maxCount: z.int().min(1).max(20).default(5) })
    .exactOptional()
    .describe('Photos or files beside the answer; absent: none.'),
  critical: Critical.exactOptional(),
};

const reversed = z.boolean().default(false).describe('The last option is the worst.');
const ranges = z.array(PointsRange).min(1).max(50).exactOptional().describe('Absent: not scored.');
const minutes = z.number().min(0).max(1_440);

export const YesNo = z.strictObject({ type: z.literal('yesNo'), ...common, reversed });
export const OnScale = z.strictObject({ type: z.literal('scale'), ...common, scale: Code, reversed });
export const Choice = z.strictObject({
  type: z.literal('choice'),
  ...common,
  options: z.array(Option).min(2).max(200),
});
export const Choices = z.strictObject({
  type: z.literal('choices'),
  ...common,
  options: z.array(Option).min(2).max(200),
  min: z.int().min(0).exactOptional().describe('Absent: 1; 0: an empty list is an answer.'),
  max: z.int().min(1).exactOptional().describe('Absent: all.'),
  exclusive: z.array(z.string()).exactOptional().describe('Options that stand alone, such as "none of these".'),
});
export const NumberItem = z.strictObject({
  type: z.literal('number'),
  ...common,
  unit: Wording.exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  decimals: z.int().min(0).max(6).default(0),
  points: ranges,
});
export const TextItem = z.strictObject({
  type: z.literal('text'),
  ...common,
  minLength: z.int().min(0).exactOptional(),
  maxLength: z.int().min(1).max(10_000).default(1_200),
  lines: z.enum(['one', 'many']).default('many'),
});
export const DateItem = z.strictObject({
  type: z.literal('date'),
  ...common,
  min: z.iso.date().exactOptional(),
  max: z.iso.date().exactOptional(),
});
export const TimeItem = z.strictObject({ type: z.literal('time'), ...common });
export const TimePair = z.strictObject({
  type: z.literal('timePair'),
  ...common,
  from: Wording.describe('What the first stamp marks.'),
  to: Wording.describe('What the second stamp marks.'),
  maxMinutes: minutes.default(720),
  points: ranges.describe('Over the minutes between the stamps.'),
});
export const Money = z.strictObject({
  type: z.literal('money'),
  ...common,
  currency: z.string().regex(/^[A-Z]{3}$/),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
});
export const FileItem = z.strictObject({
  type: z.literal('file'),
  ...common,
  accept: z.array(z.enum(['photo', 'pdf', 'audio'])).min(1),
  maxCount: z.int().min(1).max(20).default(5),
  maxBytes: z.int().min(1_024).max(50_000_000).default(10_000_000),
});
export const LocationItem = z.strictObject({
  type: z.literal('location'),
  ...common,
  maxAccuracy: z.number().min(1).exactOptional().describe('In metres.'),
});
export const Signature = z.strictObject({ type: z.literal('signature'), ...common });
export const Note = z.strictObject({ type: z.literal('note'), ...common });
export const Matrix = z.strictObject({
  type: z.literal('matrix'),
  ...common,
  scale: Code,
  reversed,
  rows: z
    .array(z.strictObject({ code: Code, text: Wording }))
    .min(1)
    .max(50),
});
export const Ranking = z.strictObject({
  type: z.literal('ranking'),
  ...common,
  options: z
    .array(Option.omit({ points: true }))
    .min(2)
    .max(30),
  ranks: z.int().min(1).exactOptional().describe('How many are to be ranked; absent: all.'),
});

/** One question of an instrument; its code never changes across versions. */
export const Item = z.discriminatedUnion('type', [
  YesNo,
  OnScale,
  Choice,
  Choices,
  NumberItem,
  TextItem,
  DateItem,
  TimeItem,
  TimePair,
  Money,
  FileItem,
  LocationItem,
  Signature,
  Note,
  Matrix,
  Ranking,
]);
export type Item = z.infer<typeof Item>;
export type ItemType = Item['type'];
