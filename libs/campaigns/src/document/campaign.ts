import { z } from 'zod';
import { Code, Wording } from '#contract';

const Instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .regex(/^20\d\d-/);
const Share = z.number().min(0).max(1);
/** Agencies, centres and services are named by their codes, as the network has them. */
const NetworkCode = z.string().trim().min(1).max(64);

/** What a campaign asks about; everything but the agency may be left open. */
export const CampaignPlace = z.strictObject({
  agency: NetworkCode,
  centre: NetworkCode.exactOptional(),
  service: NetworkCode.exactOptional(),
  channel: Code.exactOptional().describe('A channel type, such as `digital`; absent: that of the centre, if any.'),
});
export type CampaignPlace = z.infer<typeof CampaignPlace>;

/** How answers that nobody gave are noticed. What is suspected is held until a person decides; it is never dropped. */
export const Guard = z.strictObject({
  leastSeconds: z.number().min(0).max(600).default(3).describe('An answer given faster than this is suspected.'),
  perNetwork: z
    .int()
    .min(1)
    .max(100_000)
    .default(60)
    .describe('Answers an hour from one network prefix (IPv4 /24, IPv6 /64); more are suspected.'),
  perPlace: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(600)
    .describe('Answers in ten minutes about one place; more are suspected as a burst.'),
  proofOfWork: z
    .enum(['never', 'underAttack'])
    .default('underAttack')
    .describe('Whether a form must be paid for with computing while many suspected answers come.'),
});

/** From when on an answer is marked as careless. A mark excludes nothing; a person may. */
export const Quality = z.strictObject({
  tooFast: Share.default(0.4).describe('Faster than this part of the honest minutes.'),
  straightLine: z.int().min(3).max(500).default(8).describe('As many items on a scale in a row answered alike.'),
  identicalText: z.int().min(10).max(1_200).default(40).describe('The same comment of at least so many letters again.'),
});

/** The total of a population by one dimension, for weights. */
export const Margin = z.strictObject({
  by: z
    .union([z.enum(['agency', 'centre', 'service', 'channel', 'outcome']), z.strictObject({ cut: Code })])
    .describe('What the totals are known by: a place, the outcome, or a declared cut.'),
  totals: z.record(z.string().min(1).max(64), z.number().min(0).max(1e12)),
});

/** One survey campaign of a cycle, as one document. Frozen once it is open, but for its end. */
export const Campaign = z
  .strictObject({
    schema: z.literal('nujoom.campaign/1'),
    code: Code,
    cycle: z.string().min(1).max(40).describe('The key of the cycle it belongs to.'),
    study: z.enum(['customer-happiness', 'employee-happiness']),
    instrument: z.strictObject({ code: Code, version: z.int().min(1).max(10_000) }),
    title: Wording,
    asker: Wording.describe('Who asks.'),
    purpose: Wording.describe('Why, and what is done with the answers: one or two sentences.'),
    minutes: z.number().min(0.5).max(60).describe('How long it honestly takes.'),
    consent: z.strictObject({ version: z.int().min(1), text: Wording }),
    opens: Instant,
    closes: Instant,
    places: z.array(CampaignPlace).min(1).max(100_000),
    languages: z.array(z.string().max(35)).min(1).max(30).exactOptional().describe('Absent: all of the instrument.'),
    numerals: z.enum(['latn', 'arab']).default('latn').describe('How numbers are written in Arabic.'),
    calendar: z.enum(['gregory', 'islamic-umalqura']).default('gregory'),
    scaleOrder: z.enum(['bestFirst', 'worstFirst']).default('bestFirst').describe('The same in every language.'),
    outcomeItem: Code.exactOptional().describe(
      'The `choice` item that says how the service ended; scores are shown by it.',
    ),
    cuts: z
      .array(Code)
      .max(4)
      .default([])
      .describe('The `choice` items by whose answers results may be cut; declared before opening, never after.'),
    target: z.int().min(0).default(0).describe('Responses hoped for in all.'),
    minimum: z.int().min(1).default(30).describe('Responses below which a result is not shown.'),
    quotas: z
      .array(
        z.strictObject({
          place: CampaignPlace,
          most: z.int().min(1),
          whenFull: z
            .enum(['count', 'close'])
            .exactOptional()
            .describe(
              'When so many responses count: `count` says so in the status; `close` asks nobody new about that place, while who is in the middle of an answer is heard. Absent: `count`.',
            ),
        }),
      )
      .max(10_000)
      .default([]),
    guard: Guard.prefault({}),
    quality: Quality.prefault({}),
    anonymity: z
      .strictObject({
        least: z.int().min(10).max(1_000).default(10),
        leastForComments: z.int().min(10).max(10_000).default(30),
      })
      .prefault({})
      .describe('Of employees: the smallest group that is shown, and the smallest whose comments are.'),
    invitations: z
      .strictObject({
        validDays: z.int().min(1).max(365).default(30),
        reminders: z.int().min(0).max(5).default(2),
        reminderAfterDays: z.int().min(1).max(60).default(4),
      })
      .prefault({}),
    retention: z
      .strictObject({
        words: z
          .int()
          .min(30)
          .max(3_650)
          .default(730)
          .describe('Days after the end until what people wrote in their own words is erased.'),
      })
      .prefault({})
      .describe('How long is kept what can tell who somebody is. Once open, only ever shorter.'),
    weights: z
      .strictObject({
        margins: z.array(Margin).min(1).max(6),
        cap: z
          .strictObject({ low: z.number().min(0).max(1), high: z.number().min(1).max(100) })
          .default({ low: 0.3, high: 3 }),
      })
      .exactOptional(),
  })
  .describe('One survey campaign of a cycle.');
export type Campaign = z.infer<typeof Campaign>;

/** A campaign without its lists of places and quotas, which grow with the network: what asking and judging need. */
export const CampaignRules = Campaign.omit({ places: true, quotas: true });
export type CampaignRules = z.infer<typeof CampaignRules>;
