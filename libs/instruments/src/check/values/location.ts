import { fine, flaw, isFields, unknownFields, wrongKind, type Flaw, type ValueCheck } from '../flaw.js';

/**
 * Degrees (WGS 84) with their accuracy in metres, or `{ refused: true }`.
 * @param maxAccuracy metres above which a fix is too vague to be taken
 */
export function locationCheck(maxAccuracy = Infinity): ValueCheck {
  const bounds = [
    ['latitude', -90, 90],
    ['longitude', -180, 180],
    ['accuracy', 0, maxAccuracy],
  ] as const;
  return (value) => {
    if (!isFields(value)) return wrongKind('notAnObject', value);
    if (Object.hasOwn(value, 'refused')) return refusedFlaws(value);
    const flaws: Flaw[] = [...unknownFields(value, ['latitude', 'longitude', 'accuracy'])];
    for (const [field, min, max] of bounds) flaws.push(...degreeFlaws(value, field, min, max));
    return flaws;
  };
}

function refusedFlaws(value: Readonly<Record<string, unknown>>): readonly Flaw[] {
  const flaws = unknownFields(value, ['refused']);
  return value['refused'] === true
    ? flaws
    : [...flaws, ...flaw('notOneOf', value['refused'], { options: 'true' }, '.refused')];
}

function degreeFlaws(
  value: Readonly<Record<string, unknown>>,
  field: string,
  min: number,
  max: number,
): readonly Flaw[] {
  const at = `.${field}`;
  if (!Object.hasOwn(value, field)) return flaw('missing', undefined, undefined, at);
  const degrees = value[field];
  if (typeof degrees !== 'number' || !Number.isFinite(degrees)) return wrongKind('notANumber', degrees, at);
  if (degrees < min) return flaw('tooSmall', degrees, { min }, at);
  return degrees > max ? flaw('tooLarge', degrees, { max }, at) : fine;
}
