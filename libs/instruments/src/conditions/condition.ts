import { ParseError, TypeError as CelTypeError, type ASTNode } from '@marcbachmann/cel-js';
import type { FaultReason } from '#contract';
import { wordsOf, type FaultParams } from '#documents';
import { isKnown, isMeant } from './allowed.js';
import { evaluationOf, type ConditionValues } from './evaluation.js';
import type { Scope } from './scope.js';
import { allPartsOf, writtenOf } from './syntax.js';
import { unknownCodesIn } from './unknown-codes.js';

/** A condition that was found good. */
export interface Condition {
  /** The items it names, each once. */
  readonly names: readonly string[];
  /** Whether it holds; undefined: unknown, because what decides is not answered, not asked or not applicable. */
  holds(values: ConditionValues): boolean | undefined;
}

/** What is wrong with a condition. */
export interface ConditionFlaw {
  readonly reason: FaultReason;
  readonly params?: FaultParams;
}

/** A condition as it was written, compiled, or what is wrong with it. */
export function readCondition(source: string, scope: Scope): Condition | readonly ConditionFlaw[] {
  try {
    const parsed = scope.environment.parse(source);
    const parts = [...allPartsOf(parsed.ast)];
    const unknown = parts.find((part) => !isKnown(part));
    if (unknown) return [{ reason: 'conditionNotAllowed', params: { part: writtenOf(unknown) } }];
    const names = namesIn(parts);
    const nameFlaws = names.flatMap((name) => flawOfName(name, scope));
    if (nameFlaws.length > 0) return nameFlaws;
    const { valid, type, error } = parsed.check();
    if (!valid) return [flawOfError(error)];
    const unmeant = parts.find((part) => !isMeant(part, scope.items));
    if (unmeant) return [{ reason: 'conditionNotAllowed', params: { part: writtenOf(unmeant) } }];
    if (type !== 'bool') return [{ reason: 'conditionNotTruth' }];
    const codeFlaws = flawsOfCodes(parts, scope);
    if (codeFlaws.length > 0) return codeFlaws;
    const holds = evaluationOf(parsed.ast, scope.slotOf);
    return { names, holds: (values) => holds(values) as boolean | undefined };
  } catch (error) {
    return [flawOfError(error)];
  }
}

/** Whether it is a condition and not a list of what is wrong with it. */
export function isCondition(read: Condition | readonly ConditionFlaw[]): read is Condition {
  return !Array.isArray(read);
}

function namesIn(parts: readonly ASTNode[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.op === 'id' ? [part.args] : [])))];
}

function flawOfName(item: string, scope: Scope): readonly ConditionFlaw[] {
  const named = scope.items.get(item);
  if (!named) return [{ reason: 'conditionUnknownItem', params: { item: item.slice(0, 64) } }];
  if (!named.celType) return [{ reason: 'conditionItemType', params: { item } }];
  return scope.reaches(named) ? [] : [{ reason: 'conditionOutOfReach', params: { item } }];
}

function flawsOfCodes(parts: readonly ASTNode[], scope: Scope): readonly ConditionFlaw[] {
  return parts
    .flatMap((part) => unknownCodesIn(part, scope.items))
    .map(({ code, options }) => ({
      reason: 'conditionUnknownOption',
      params: { code: code.slice(0, 64), options: wordsOf(options) },
    }));
}

/** Where the language says what is wrong, counted from 1; what it says in no such way is a matter of its types. */
function flawOfError(error: unknown): ConditionFlaw {
  if (error instanceof ParseError && error.code === 'limit_exceeded') return { reason: 'conditionTooLarge' };
  const at = error instanceof ParseError || error instanceof CelTypeError ? (error.range?.start ?? 0) + 1 : 1;
  return { reason: error instanceof ParseError ? 'conditionSyntax' : 'conditionTypes', params: { at } };
}
