/** A part of a JSON Schema (2020-12). */
export type Schema = Readonly<Record<string, unknown>>;

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const text = (description: string): Schema => ({ type: 'string', description });
export const number = (description: string): Schema => ({ type: 'number', description });
export const whole = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
export const oneOf = (values: readonly string[], description: string): Schema => ({ enum: [...values], description });
export const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });

/** An object with these fields, all of them always there, and no others. */
export function object(description: string, properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', description, required: Object.keys(properties), properties, additionalProperties: false };
}

export const name = object('A name; one of the two may be null, never both.', {
  en: orNull(text('In English.')),
  ar: orNull(text('In Arabic.')),
});
export const agency = object('An agency.', { code: text('Its code.'), name, group: name });
export const interval = object('A 95 % interval.', { low: number('Its lower end.'), high: number('Its upper end.') });

export const verdicts = ['improved', 'noDetectableChange', 'declined', 'cannotTell', 'notCompared'] as const;

export const spread = object('The spread over the agencies; each counts the same.', {
  q1: number('First quartile (R type 7).'),
  median: number('Median.'),
  q3: number('Third quartile.'),
  agencies: whole('How many have a value.'),
  mean: number('Mean.'),
  lowest: number('Lowest.'),
  highest: number('Highest.'),
});
