import { ValidateBy } from 'class-validator';

/** A rule over a field of a mapping that the usual ones do not say. @param expected in words, for the fault */
export function Rule<T extends object>(expected: string, holds: (value: unknown, mapping: T) => boolean) {
  return ValidateBy({
    name: 'rule',
    validator: {
      validate: (value, given) => holds(value, given?.object as T),
      defaultMessage: () => expected,
    },
  });
}

/** Whether a list names nothing twice; what is no list is left to other rules. */
export function isDistinct(values: unknown): boolean {
  return !Array.isArray(values) || new Set(values).size === values.length;
}
