import type { Wording } from '#contract';
import type { KeyedWording } from '#documents';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import { textKeys } from './text-keys.js';

/** All texts of an instrument by their keys, in its order: what people read stands together. */
export function wordingsOf(instrument: Instrument, listOf: ReadonlyMap<string, string>): readonly KeyedWording[] {
  return [
    ...keyed('title', instrument.title),
    ...keyed('intro', instrument.intro),
    ...instrument.dimensions.flatMap(({ code, title }) => keyed(textKeys.dimension(code, 'title'), title)),
    ...instrument.scales.flatMap(({ code, options }) => optionTexts(code, options)),
    ...instrument.sections.flatMap(({ code, title, intro, items }) => [
      ...keyed(textKeys.section(code, 'title'), title),
      ...keyed(textKeys.section(code, 'intro'), intro),
      ...items.flatMap((item) => itemTexts(item, listOf)),
    ]),
  ];
}

function itemTexts(item: Item, listOf: ReadonlyMap<string, string>): readonly KeyedWording[] {
  const { code } = item;
  return [
    ...keyed(textKeys.item(code, 'text'), item.text),
    ...keyed(textKeys.item(code, 'help'), item.help),
    ...(item.type === 'number' ? keyed(textKeys.item(code, 'unit'), item.unit) : []),
    ...(item.type === 'timePair'
      ? [...keyed(textKeys.item(code, 'from'), item.from), ...keyed(textKeys.item(code, 'to'), item.to)]
      : []),
    ...(item.type === 'matrix' ? item.rows.flatMap((row) => keyed(textKeys.row(code, row.code), row.text)) : []),
    ...('options' in item ? optionTexts(listOf.get(code) ?? code, item.options) : []),
    ...(item.notApplicable?.reasons ?? []).flatMap((one) => keyed(textKeys.reason(code, one.code), one.text)),
    ...(item.constraints ?? []).flatMap(({ message }, at) => keyed(textKeys.constraint(code, at + 1), message)),
  ];
}

function optionTexts(
  list: string,
  options: readonly { readonly code: string; readonly text: Wording }[],
): readonly KeyedWording[] {
  return options.flatMap(({ code, text }) => keyed(textKeys.option(list, code), text));
}

const keyed = (key: string, wording: Wording | undefined): readonly KeyedWording[] => (wording ? [[key, wording]] : []);
