import type { Condition } from '../conditions/condition.js';
import type { ConditionValue } from '../conditions/evaluation.js';
import type { CompiledInstrument, CompiledItem, Step } from './compiled.js';
import { isFields } from './flaw.js';

/** Whether something is asked; undefined: it cannot be told, because what decides was answered wrongly. */
export type IsAsked = boolean | undefined;

/** One set of answers, with what of it is asked: the sheet itself, or one repeat of a section. */
export interface Frame {
  /** Null: it is no set of answers at all. */
  readonly answers: Readonly<Record<string, unknown>> | null;
  isSectionAsked(index: number): IsAsked;
  isAsked(item: CompiledItem): IsAsked;
  /** Undefined: unknown. */
  outcomeOf(condition: Condition): boolean | undefined;
}

/** The answers that are given once. */
export function frameOf({ sections, steps, slotCount }: CompiledInstrument, answers: unknown): DecidedFrame {
  const values = new Array<ConditionValue | undefined>(slotCount).fill(undefined);
  const frame = new DecidedFrame(answers, values, new Array<IsAsked>(sections.length).fill(true));
  frame.decide(steps);
  return frame;
}

/** A frame in which it is decided, in the order of the steps, what is asked. */
export class DecidedFrame implements Frame {
  readonly answers: Readonly<Record<string, unknown>> | null;
  /** Items that are not simply asked with their section; most frames have none. */
  private readonly exceptions = new Map<CompiledItem, IsAsked>();

  constructor(
    answers: unknown,
    private readonly values: (ConditionValue | undefined)[],
    private readonly sections: IsAsked[],
    /** Items that were answered wrongly, so that nobody knows what follows from them. */
    private readonly doubtful = new Set<string>(),
  ) {
    this.answers = isFields(answers) ? answers : null;
  }

  /** One repeat of a section, which also sees what is asked once. */
  repeat(steps: readonly Step[], answers: unknown): DecidedFrame {
    const frame = new DecidedFrame(answers, [...this.values], this.sections, new Set(this.doubtful));
    frame.decide(steps);
    return frame;
  }

  decide(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.section) this.sections[step.section.index] = this.isRelevant(step.relevant);
      else this.decideItem(step.item);
    }
  }

  isSectionAsked(index: number): IsAsked {
    return this.sections[index];
  }

  isAsked(item: CompiledItem): IsAsked {
    if (this.exceptions.size === 0) return this.isSectionAsked(item.sectionIndex);
    return this.exceptions.has(item) ? this.exceptions.get(item) : this.isSectionAsked(item.sectionIndex);
  }

  outcomeOf(condition: Condition): boolean | undefined {
    return condition.holds(this.values);
  }

  private decideItem(item: CompiledItem): void {
    let isAsked = this.isSectionAsked(item.sectionIndex);
    if (item.relevant && isAsked !== false) {
      const isRelevant = this.isRelevant(item.relevant);
      isAsked = isRelevant === true ? isAsked : isRelevant;
      this.exceptions.set(item, isAsked);
    }
    if (!item.seen || isAsked === false) return;
    const value = this.valueOf(item);
    if (isAsked === undefined) this.doubtful.add(item.code);
    else if (value === undefined) return;
    else if (item.check(value, false).length > 0) this.doubtful.add(item.code);
    else this.values[item.seen.slot] = item.seen.valueOf(value);
  }

  /** The value given, unless it is also said not to apply. */
  private valueOf({ code }: CompiledItem): unknown {
    const given = this.answers && Object.hasOwn(this.answers, code) ? this.answers[code] : undefined;
    if (!isFields(given) || !Object.hasOwn(given, 'value') || Object.hasOwn(given, 'notApplicable')) return undefined;
    return given['value'];
  }

  private isRelevant(condition: Condition): IsAsked {
    const holds = this.outcomeOf(condition);
    if (holds !== undefined) return holds;
    return this.doubtful.size > 0 && condition.names.some((name) => this.doubtful.has(name)) ? undefined : false;
  }
}
