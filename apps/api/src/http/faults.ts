import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Fault, FaultReason } from '#contract';

/** What can be told of one failed check: why, and what the text of the reason needs. */
type Told = Pick<Fault, 'reason' | 'params'>;

const most = 100;

/** What class-validator found, as faults: the path of each field and why it cannot be taken; at most a hundred. */
export function faultsOf(errors: readonly ValidationError[]): Fault[] {
  return errors.flatMap((error) => faultsUnder(error, '')).slice(0, most);
}

function faultsUnder(error: ValidationError, parent: string): Fault[] {
  const where = `${parent}${error.property}`;
  const children = (error.children ?? []).flatMap((child) => faultsUnder(child, `${where}.`));
  const checks = Object.keys(error.constraints ?? {});
  if (checks.length === 0) return children;
  return [{ where: where.slice(0, 200), ...toldOf(error, checks) }, ...children];
}

/** One fault a field is enough: what is absent is missing, whatever else it should have been. */
function toldOf(error: ValidationError, checks: readonly string[]): Told {
  if (checks.includes('whitelistValidation')) return { reason: 'unknown' };
  if (error.value === undefined || error.value === null || checks.includes('isNotEmpty')) return { reason: 'missing' };
  const check = Object.keys(reasons).find((name) => checks.includes(name)) ?? '';
  return reasons[check]?.(error) ?? expected('expected.described');
}

/** By the names of class-validator's checks; the wrong kind of value is told before its size. */
const reasons: Readonly<Record<string, (error: ValidationError) => Told>> = {
  isString: () => ({ reason: 'notText' }),
  isNumber: () => ({ reason: 'notANumber' }),
  isInt: () => ({ reason: 'notAWholeNumber' }),
  isBoolean: () => expected('expected.yesOrNo'),
  isUuid: () => expected('expected.uuid'),
  isObject: () => expected('expected.object'),
  nestedValidation: () => expected('expected.object'),
  unknownValue: () => expected('expected.object'),
  isArray: () => expected('expected.list'),
  isIn: (error) => ({ reason: 'notOneOf', params: { options: listed(limit(error, 'isIn')) } }),
  isEnum: (error) => ({ reason: 'notOneOf', params: { options: listed(limit(error, 'isEnum')) } }),
  maxLength: (error) => ({ reason: 'tooLong', params: { max: Number(limit(error, 'maxLength')) } }),
  isLength: (error) => ({ reason: 'tooLong', params: { max: Number(limit(error, 'isLength', 1)) } }),
  minLength: () => ({ reason: 'missing' }),
  min: range('min', 'max'),
  max: range('min', 'max'),
  arrayMinSize: range('arrayMinSize', 'arrayMaxSize'),
  arrayMaxSize: range('arrayMinSize', 'arrayMaxSize'),
  matches: (error) => told('notAllowedCharacters', String(limit(error, 'matches'))),
};

function expected(expectation: string): Told {
  return told('invalid', expectation);
}

function told(reason: FaultReason, expectation: string): Told {
  return { reason, params: { expected: expectation } };
}

function range(least: string, greatest: string): (error: ValidationError) => Told {
  return (error) => ({
    reason: 'outOfRange',
    params: { min: Number(limit(error, least) ?? -Infinity), max: Number(limit(error, greatest) ?? Infinity) },
  });
}

/** What a decorator of the field was given: `@MaxLength(100)` has 100. Undefined when the field has no such one. */
function limit(error: ValidationError, name: string, position = 0): unknown {
  const target = error.target?.constructor;
  if (!target) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const rule = rules.find((one) => one.propertyName === error.property && one.name === name);
  return (rule?.constraints as unknown[] | undefined)?.[position];
}

function listed(options: unknown): string {
  return Object.values((options ?? {}) as Record<string, unknown>).join(', ');
}
