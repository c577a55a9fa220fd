import { isWhole } from '#documents';
import { codePointsIn } from '../../code-points.js';
import { fine, flaw, wrongKind, type ValueCheck } from '../flaw.js';

/** Text of so many characters, counted as code points. Blank text is no answer. */
export function textCheck({ minLength = 0, maxLength }: { minLength?: number; maxLength: number }): ValueCheck {
  return (value, finished) => {
    if (typeof value !== 'string') return wrongKind('notText', value);
    // A character has one or two code units: most lengths need no counting, and no long text is walked through.
    if (value.length > 2 * maxLength) return flaw('tooLong', value, { max: maxLength });
    if (!isWhole(value)) return flaw('brokenText', value);
    if (value.trim() === '') return flaw('missing');
    if (value.length > maxLength && codePointsIn(value) > maxLength) return flaw('tooLong', value, { max: maxLength });
    if (finished && minLength > 0 && codePointsIn(value) < minLength)
      return flaw('tooShort', value, { min: minLength });
    return fine;
  };
}
