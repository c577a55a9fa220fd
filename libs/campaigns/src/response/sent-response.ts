import { z } from 'zod';

/** Through what a response came in. */
export const ways = ['link', 'personal', 'kiosk', 'embed', 'interviewer', 'import'] as const;
export type Way = (typeof ways)[number];

/** One filled questionnaire as a page, a kiosk or a tablet sends it. The sheet is checked by the instrument, not here. */
export const SentResponse = z
  .strictObject({
    schema: z.literal('nujoom.response/1'),
    code: z.string().min(1).max(64).describe('The sealed code of the way in: place and kind.'),
    stamp: z.string().max(200).exactOptional().describe('What the form was stamped with when it was handed out.'),
    work: z.string().max(64).exactOptional().describe('The proof of work, when one was asked for.'),
    website: z
      .string()
      .max(2_000)
      .exactOptional()
      .describe('A field people do not see; whoever fills it is a program.'),
    language: z
      .string()
      .max(35)
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    consent: z.int().min(1).describe('The version of the text that was agreed to.'),
    seconds: z
      .int()
      .min(0)
      .max(2_592_000)
      .exactOptional()
      .describe('From the first question to the end, as the device saw it.'),
    repeatedTaps: z
      .int()
      .min(0)
      .max(10_000)
      .exactOptional()
      .describe('Of a kiosk: taps ignored since the answer before.'),
    sheet: z.unknown().describe('The answers: see the instrument.'),
  })
  .describe('One filled questionnaire.');
export type SentResponse = z.infer<typeof SentResponse>;

/** How a response stands: it counts; it is suspected and held until a person decides; a person took it out. */
export const standings = ['counted', 'held', 'excluded'] as const;
export type Standing = (typeof standings)[number];

/** Why a response is suspected of not being anybody's: it is held until a person decides. */
export const suspicions = ['noStamp', 'tooSoon', 'honeypot', 'network', 'burst', 'noWork'] as const;
export type Suspicion = (typeof suspicions)[number];
/** Why a response may be careless: it counts unless a person takes it out. */
export const flaws = ['tooFast', 'straightLine', 'identicalText', 'repeatedTaps'] as const;
export type Flaw = (typeof flaws)[number];
export type Mark = Suspicion | Flaw;
