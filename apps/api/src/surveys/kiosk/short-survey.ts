import { moodOf, optionsInOrder, scaleOf, type CampaignRules } from '#campaigns';
import { check, statesOf, type Answers, type CompiledInstrument, type Instrument, type Item } from '#instruments';
import type { ShortItem, ShortOption, ShortSurvey } from './survey-form.js';

type Rules = Pick<CampaignRules, 'scaleOrder' | 'outcomeItem'>;
type Kind<Type extends Item['type']> = Extract<Item, { type: Type }>;

/** Faces that can be told apart at a glance. */
const faces = { least: 3, most: 5 };

/**
 * The short way through an instrument: its first item on a scale of at most five as faces; for each face the reasons that are
 * asked after it, the outcome, what else is required, and one comment. Conditions are decided here, so that a device needs
 * none of them. Null when there are no such faces, or when a sheet cannot be finished by tapping alone.
 */
export function shortSurveyOf(compiled: CompiledInstrument, rules: Rules): ShortSurvey | null {
  const { instrument } = compiled;
  const asked = askedAfter(compiled, {});
  const first = asked.find(
    (item): item is Kind<'scale'> => item.type === 'scale' && isFew(scaleOf(item, instrument.scales)?.options.length),
  );
  const face = first && shortItem(first, instrument, rules);
  if (!face) return null;
  const then: Record<string, readonly string[]> = {};
  const items: Record<string, ShortItem> = {};
  for (const { code } of face.options) {
    const steps = stepsAfter(compiled, rules, { [face.code]: { value: code } });
    if (steps === null) return null;
    then[code] = steps.map((step) => step.code);
    for (const step of steps) items[step.code] = step;
  }
  return { face: { ...face, options: withMoods(face.options, first, instrument) }, then, items };
}

/** What is asked after a face, or null when that would not be enough. */
function stepsAfter(compiled: CompiledInstrument, rules: Rules, face: Answers): readonly ShortItem[] | null {
  const rest = askedAfter(compiled, face).filter(({ code }) => !Object.hasOwn(face, code));
  const reasons = rest.find(({ type }) => type === 'choices');
  const outcome = rest.find(({ code, type }) => code === rules.outcomeItem && type === 'choice');
  const required = rest.filter((item) => item.required);
  const comment = rest.find(({ type }) => type === 'text');
  const chosen = [...new Set([reasons, outcome, ...required, comment])].filter((item) => item !== undefined);
  const steps: readonly (ShortItem | null)[] = chosen.map((item) => shortItem(item, compiled.instrument, rules));
  if (!isWhole(steps) || steps.some(({ type, required: must }) => must && type === 'text')) return null;
  if (!isComplete(compiled, withFirsts(face, steps.filter(needed)))) return null;
  return outcome && !fits(compiled, face, steps, outcome.code) ? withoutOutcome(steps, outcome) : steps;
}

function withoutOutcome(steps: readonly ShortItem[], { code, required }: Item): readonly ShortItem[] | null {
  return required ? null : steps.filter((step) => step.code !== code);
}

/** Whether every outcome can be told beside all that is tapped: none of them ends or begins a question. */
function fits(compiled: CompiledInstrument, face: Answers, steps: readonly ShortItem[], outcome: string): boolean {
  const tapped = steps.filter(({ type }) => type !== 'text');
  const told = tapped.find(({ code }) => code === outcome)?.options ?? [];
  return told.every(({ code }) =>
    [tapped, tapped.filter(needed)].every((some) =>
      isComplete(compiled, { ...withFirsts(face, some), [outcome]: { value: code } }),
    ),
  );
}

function needed({ required }: ShortItem): boolean {
  return required;
}

/** The face and the first answer that can be given to each of these. */
function withFirsts(face: Answers, steps: readonly ShortItem[]): Answers {
  const firsts = steps.map(({ code, type, options }) => {
    const [first] = options.map((option) => option.code);
    return [code, { value: type === 'choices' ? [first ?? ''] : (first ?? '') }] as const;
  });
  return { ...face, ...Object.fromEntries(firsts) };
}

function isComplete(compiled: CompiledInstrument, answers: Answers): boolean {
  return check(compiled, { answers }, { finished: true }).length === 0;
}

/** The items that are asked once these are answered, but for notes. */
function askedAfter(compiled: CompiledInstrument, answers: Answers): readonly Item[] {
  const states = statesOf(compiled, { answers });
  const isAsked = ({ code }: Item) => (states.get(`answers.${code}`) ?? 'notAsked') !== 'notAsked';
  return compiled.instrument.sections.flatMap(({ items, repeat }) => (repeat ? [] : items.filter(isAsked)));
}

function isFew(count = 0): boolean {
  return count >= faces.least && count <= faces.most;
}

function isWhole(steps: readonly (ShortItem | null)[]): steps is readonly ShortItem[] {
  return steps.every((step) => step !== null);
}

/** An item as it is tapped or written; null: it takes more than that. */
function shortItem(item: Item, { scales }: Instrument, rules: Rules): ShortItem | null {
  const { code, text, help, required } = item;
  const own = { code, text, ...(help && { help }), required, alone: [] };
  switch (item.type) {
    case 'scale': {
      const scale = scaleOf(item, scales);
      return scale ? { ...own, type: 'scale', most: 1, options: plain(optionsInOrder(scale, rules.scaleOrder)) } : null;
    }
    case 'choice':
      return { ...own, type: 'choice', most: 1, options: plain(item.options) };
    case 'choices': {
      if ((item.min ?? 1) > 1) return null;
      const [most, alone] = [item.max ?? item.options.length, item.exclusive ?? []];
      return { ...own, type: 'choices', most, alone, options: plain(item.options) };
    }
    case 'text':
      return { ...own, type: 'text', most: item.maxLength, options: [] };
    default:
      return null;
  }
}

/** Points are nobody's business who answers. */
function plain(options: readonly ShortOption[]): readonly ShortOption[] {
  return options.map(({ code, text }) => ({ code, text }));
}

/** What each option of a scale feels like. Where the last option is the worst, it has the sad face. */
function withMoods(
  options: readonly ShortOption[],
  item: Kind<'scale'>,
  { scales }: Instrument,
): readonly ShortOption[] {
  const scale = scaleOf(item, scales);
  if (!scale) return options;
  const mood = (code: string) => (item.reversed ? 1 - moodOf(scale, code) : moodOf(scale, code));
  return options.map((option) => ({ ...option, mood: mood(option.code) }));
}
