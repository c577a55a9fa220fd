import {
  check,
  statesOf,
  type Answers,
  type AnswerValue,
  type CompiledInstrument,
  type Given,
  type Instrument,
  type Item,
} from '#instruments';
import type { Chance } from './chance.js';

/**
 * A filled instrument as somebody might have filled it at a centre of some quality (0 to 1): what is asked is answered, what
 * is not asked is not, and a bad answer has its remark. What the form refuses, as two answers that contradict each other, is
 * drawn again.
 * @param skipped how often what need not be answered is not
 */
export function filled(
  compiled: CompiledInstrument,
  quality: number,
  chance: Chance,
  day: string,
  skipped = 0.35,
): Answers {
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = drawn(compiled, { quality, chance, day, skipped });
    // Photos are not part of the demonstration.
    const faults = check(compiled, { answers }, { finished: true }).filter(({ reason }) => reason !== 'evidenceNeeded');
    if (faults.length === 0) return answers;
  }
  throw new Error(`No answers to ${compiled.instrument.code} were found that fit together`);
}

/** What an answer is drawn from. */
interface Drawing {
  readonly quality: number;
  readonly chance: Chance;
  readonly day: string;
  /** How often what need not be answered is not. */
  readonly skipped: number;
}

function drawn(compiled: CompiledInstrument, drawing: Drawing): Answers {
  const { instrument } = compiled;
  let answers: Record<string, Given> = {};
  for (const item of instrument.sections.flatMap((section) => section.items)) {
    const given = givenFor(item, instrument, drawing);
    if (given) answers = { ...answers, [item.code]: given };
  }
  for (;;) {
    const states = statesOf(compiled, { answers });
    const kept = Object.fromEntries(
      Object.entries(answers).filter(([code]) => states.get(`answers.${code}`) !== 'notAsked'),
    );
    if (Object.keys(kept).length === Object.keys(answers).length) return kept;
    answers = kept;
  }
}

function givenFor(item: Item, instrument: Instrument, { quality, chance, day, skipped }: Drawing): Given | null {
  if (item.notApplicable && chance.happens(0.06)) {
    const reasons = item.notApplicable.reasons;
    return { notApplicable: reasons[chance.below(reasons.length)]!.code };
  }
  if (!item.required && chance.happens(skipped)) return null;
  const value = valueFor(item, instrument, quality, chance, day);
  if (value === null) return null;
  const isRemarked =
    item.comment?.rule === 'required' && typeof value === 'string' && (item.comment.on?.includes(value) ?? true);
  return isRemarked ? { value, comment: remarks[chance.below(remarks.length)]! } : { value };
}

/** The best answers come with good quality; the worst are rare everywhere. */
function valueFor(
  item: Item,
  instrument: Instrument,
  quality: number,
  chance: Chance,
  day: string,
): AnswerValue | null {
  const isGood = chance.happens(0.25 + 0.74 * quality);
  switch (item.type) {
    case 'yesNo':
      // What voids or caps a whole visit hardly ever happens.
      if (item.critical)
        return chance.happens(0.97 + 0.03 * quality) === !item.critical.on.includes('yes') ? 'yes' : 'no';
      return isGood === !item.reversed ? 'yes' : 'no';
    case 'scale': {
      const options = instrument.scales.find(({ code }) => code === item.scale)?.options ?? [];
      const critical = new Set(item.critical?.on);
      const usable = options.filter(({ code }) => !critical.has(code));
      const at = Math.min(
        usable.length - 1,
        Math.max(0, Math.round(chance.near(quality + 0.06, 0.45) * (usable.length - 1))),
      );
      return (item.reversed ? usable[usable.length - 1 - at] : usable[at])!.code;
    }
    case 'choice': {
      const ordered = [...item.options].sort((a, b) => (b.points ?? 0) - (a.points ?? 0));
      return (isGood ? ordered[0] : ordered[chance.below(ordered.length)])!.code;
    }
    case 'choices': {
      const usable = item.options.filter(({ code }) => !item.exclusive?.includes(code));
      return [...new Set([usable[chance.below(usable.length)]!.code, usable[chance.below(usable.length)]!.code])];
    }
    case 'number':
      if (item.points) return Math.max(item.min ?? 0, isGood ? (item.min ?? 0) : (item.min ?? 0) + 1 + chance.below(2));
      return (item.min ?? 0) + 2 + chance.below(3);
    case 'timePair': {
      const minutes = Math.max(1, Math.round(chance.near(2 + 26 * (1 - quality), 6)));
      const from = new Date(`${day}T0${7 + chance.below(2)}:${String(10 + chance.below(45))}:00Z`);
      return { from: from.toISOString(), to: new Date(from.getTime() + minutes * 60_000).toISOString() };
    }
    case 'text':
      return null;
    default:
      throw new Error(`The demonstration knows no answer to ${item.code}, which is ${item.type}`);
  }
}

const remarks = [
  'Seen on arrival and again when leaving.',
  'لوحظ ذلك عند الوصول وعند المغادرة.',
  'Two other customers met the same.',
  'حدث ذلك أمام أكثر من متعامل.',
] as const;
