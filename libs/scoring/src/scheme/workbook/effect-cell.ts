import { numberIn, type CellKind } from '#documents';
import type { GateEffect } from '../gate.js';

/** A cell of what a gate does: `cap 4` (or `4`), `unrated`, `provisional`. */
export const effectKind: CellKind = {
  read: (text) => {
    if (text === 'unrated' || text === 'provisional') return { value: { [text]: true } };
    const cap = numberIn(text.replace(/^cap\s*/i, ''));
    return cap === null
      ? { reason: 'notOneOf', params: { options: 'cap 1 … cap 7, unrated, provisional' } }
      : { value: { cap } };
  },
  write: (value) => {
    const said = value as GateEffect;
    return 'cap' in said ? `cap ${said.cap}` : Object.keys(said).join();
  },
};
