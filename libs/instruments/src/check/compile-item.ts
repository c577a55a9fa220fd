import type { Conditions } from '../conditions/conditions-of.js';
import type { ConditionValue } from '../conditions/evaluation.js';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import { scalesOf } from '../document/places.js';
import type { Asked } from '../document/rules.js';
import type { Beside, CompiledItem, Seen } from './compiled.js';
import type { ValueCheck } from './flaw.js';
import { valueCheckOf } from './value-check.js';
import { hashesCheck } from './values/files.js';
import { minutesOf } from './values/moments.js';
import { textCheck } from './values/text.js';

/** How long a comment beside an answer may be, in characters. */
export const commentLength = 4_000;

/** Makes the item at a place ready. */
export type ItemCompiler = (item: Item, sectionIndex: number, at: number) => CompiledItem;

/** For the items of one instrument. */
export function itemCompiler(instrument: Instrument, { byPath, slots }: Conditions): ItemCompiler {
  const scales = scalesOf(instrument);
  const commentCheck = textCheck({ maxLength: commentLength });
  return (item, sectionIndex, at) => {
    const path = `sections[${sectionIndex}].items[${at}]`;
    const { evidence } = item;
    return {
      item,
      code: item.code,
      sectionIndex,
      relevant: byPath.get(`${path}.relevant`) ?? null,
      constraints: (item.constraints ?? []).flatMap(
        (_, index) => byPath.get(`${path}.constraints[${index}].holds`) ?? [],
      ),
      check: valueCheckOf(item, scales),
      reasons: reasonsOf(item, instrument),
      comment: besideOf(item.comment, commentCheck),
      evidence: besideOf(evidence, hashesCheck(evidence?.maxCount ?? 0)),
      seen: seenOf(item, slots.get(item.code)),
    };
  };
}

function reasonsOf({ notApplicable, notApplicablePolicy }: Item, { scoring }: Instrument): ReadonlySet<unknown> | null {
  if (!notApplicable || (notApplicablePolicy ?? scoring.notApplicable) === 'notAllowed') return null;
  return new Set(notApplicable.reasons.map(({ code }) => code));
}

function besideOf(asked: Asked | undefined, check: ValueCheck): Beside | null {
  return asked ? { check, required: asked.rule === 'required', on: asked.on ? new Set(asked.on) : null } : null;
}

function seenOf({ type }: Item, slot: number | undefined): Seen | null {
  if (slot === undefined) return null;
  if (type === 'timePair') return { slot, valueOf: (value) => minutesOf(value) ?? undefined };
  return { slot, valueOf: (value) => value as ConditionValue };
}
