import type { Fault } from '#contract';

/** What a scheme says of one criterion that is graded. */
export interface CriterionRule {
  /** Whether files have to be given, may be, or are not taken. */
  readonly evidence: 'none' | 'optional' | 'required';
  /** Only for centres of these channel types; absent: for all. */
  readonly channels?: readonly string[];
}

/** What may be graded in a cycle, and how: the part of its rating scheme that this room asks for. */
export interface Criteria {
  /** By the criterion's code. */
  readonly criteria: ReadonlyMap<string, CriterionRule>;
  /** The codes of the maturity levels, from the lowest to the highest. */
  readonly levels: readonly string[];
}

/** What somebody says about one criterion of one centre. */
export interface Judgement {
  readonly criterion: string;
  /** A level's code; null: the criterion does not apply to this centre. */
  readonly level: string | null;
  /** Why: 1 to 4,000 characters. */
  readonly reason: string;
}

/** The most characters of a reason. */
export const longestReason = 4_000;

/** The rule of a criterion for a kind of centre; null when it is not graded there. */
export function ruleFor({ criteria }: Criteria, channelType: string, criterion: string): CriterionRule | null {
  const rule = criteria.get(criterion);
  return rule && (rule.channels?.includes(channelType) ?? true) ? rule : null;
}

/** The criteria that are graded at a kind of centre, in the scheme's order. */
export function criteriaFor({ criteria }: Criteria, channelType: string): string[] {
  return [...criteria].filter(([, rule]) => rule.channels?.includes(channelType) ?? true).map(([code]) => code);
}

/** What is wrong with a judgement about a centre of a channel type; the names of fields are those of `Judgement`. */
export function faultsIn(judgement: Judgement, criteria: Criteria, channelType: string): Fault[] {
  const { criterion, level, reason } = judgement;
  const faults: Fault[] = [];
  const told = (text: string) => ({ value: text.slice(0, 200) });
  if (!ruleFor(criteria, channelType, criterion))
    faults.push({ where: 'criterion', ...told(criterion), reason: 'unknown' });
  if (level !== null && !criteria.levels.includes(level)) {
    const params = { options: criteria.levels.join(', ') };
    faults.push({ where: 'level', ...told(level), reason: 'notOneOf', params });
  }
  if (reason.trim() === '') faults.push({ where: 'reason', reason: 'missing' });
  if (reason.length > longestReason) {
    faults.push({ where: 'reason', ...told(reason), reason: 'tooLong', params: { max: longestReason } });
  }
  return faults;
}
