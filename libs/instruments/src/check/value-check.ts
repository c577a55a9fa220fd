import type { Item } from '../document/item.js';
import { answerCodesOf } from '../document/places.js';
import type { Scale } from '../document/scale.js';
import { flaw, type ValueCheck } from './flaw.js';
import { hashCheck, hashesCheck } from './values/files.js';
import { locationCheck } from './values/location.js';
import { dateCheck, timeCheck, timePairCheck } from './values/moments.js';
import { numberCheck } from './values/number.js';
import { choicesCheck, codeCheck, matrixCheck, rankingCheck } from './values/options.js';
import { textCheck } from './values/text.js';

/** No currency has more decimals than this (ISO 4217, units of account aside). */
const moneyDecimals = 3;

/** What a value of this item must be. */
export function valueCheckOf(item: Item, scales: ReadonlyMap<string, Scale>): ValueCheck {
  const codes = answerCodesOf(item, scales) ?? [];
  switch (item.type) {
    case 'yesNo':
    case 'scale':
    case 'choice':
      return codeCheck(codes);
    case 'choices':
      return choicesCheck(codes, item);
    case 'ranking':
      return rankingCheck(codes, item.ranks);
    case 'matrix':
      return matrixCheck(
        item.rows.map(({ code }) => code),
        codes,
        item.required,
      );
    case 'number':
      return numberCheck(item);
    case 'money':
      return numberCheck({ ...item, decimals: moneyDecimals });
    case 'text':
      return textCheck(item);
    case 'date':
      return dateCheck(item);
    case 'time':
      return timeCheck;
    case 'timePair':
      return timePairCheck(item);
    case 'file':
      return hashesCheck(item.maxCount);
    case 'location':
      return locationCheck(item.maxAccuracy);
    case 'signature':
      return hashCheck;
    case 'note':
      return () => flaw('notAsked');
  }
}
