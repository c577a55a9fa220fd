import { fine, flaw, wrongKind, type Flaw, type ValueCheck } from '../flaw.js';

const hashShape = /^[0-9a-f]{64}$/;
const expected = 'SHA-256: 64 × 0–9 a–f';

/** The hash of one file: SHA-256 in 64 small hex digits. */
export const hashCheck: ValueCheck = (value) => hashFlaws(value, '');

/** The hashes of one file or more, each once. */
export function hashesCheck(maxCount: number): ValueCheck {
  return (value) => {
    if (!Array.isArray(value)) return wrongKind('notAList', value);
    if (value.length === 0) return flaw('missing');
    if (value.length > maxCount) return flaw('tooMany', undefined, { max: maxCount });
    return value.flatMap((hash: unknown, index): readonly Flaw[] => {
      const at = `[${index}]`;
      const first = value.indexOf(hash);
      return first < index ? flaw('repeated', hash, { first: `[${first}]` }, at) : hashFlaws(hash, at);
    });
  };
}

function hashFlaws(value: unknown, at: string): readonly Flaw[] {
  if (typeof value !== 'string') return wrongKind('notText', value, at);
  return hashShape.test(value) ? fine : flaw('invalid', value, { expected }, at);
}
