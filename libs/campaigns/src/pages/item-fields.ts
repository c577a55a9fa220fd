import type { AnswerValue, Given, Instrument, Item } from '#instruments';
import { reasonsOf } from './askable.js';
import { clockOf, typedDate, typedInstant, typedNumber, typedText, typedTime } from './typed-text.js';

/** The fields of a form by name, as they were typed. */
export type Fields = Readonly<Record<string, string>>;

/** What one item is called in a form: `a.wait` its answer, `n.wait` why it does not apply, `c.wait` the remark beside it. */
export const fieldOf = (code: string, part?: string): string =>
  part === undefined ? `a.${code}` : `a.${code}.${part}`;
export const notApplicableField = (code: string): string => `n.${code}`;
export const commentField = (code: string): string => `c.${code}`;

/** Among the options of one item "does not apply" is one more: `na.` and the code of the reason. No option's code has a dot. */
export const reasonValue = (reason: string): string => `na.${reason}`;

/** Whether an item is answered by one of some radio buttons; "does not apply" stands among them then. */
export function isChosen({ type }: Item): boolean {
  return type === 'yesNo' || type === 'scale' || type === 'choice';
}

const dateParts = ['day', 'month', 'year'] as const;
const pairParts = ['from', 'to'] as const;

/** The names of the parts of an answer that takes several fields: options, rows, ranks, day, month and year, or two times. */
export function partsOf(item: Item): readonly string[] {
  switch (item.type) {
    case 'choices':
      return item.options.map(({ code }) => code);
    case 'matrix':
      return item.rows.map(({ code }) => code);
    case 'ranking':
      return Array.from({ length: item.ranks ?? item.options.length }, (_, at) => String(at + 1));
    case 'date':
      return dateParts;
    case 'timePair':
      return pairParts;
    default:
      return [];
  }
}

/** The names of all fields that an item has in a form. */
export function fieldNamesOf(item: Item, instrument: Pick<Instrument, 'scoring'>): readonly string[] {
  return [
    fieldOf(item.code),
    ...partsOf(item).map((part) => fieldOf(item.code, part)),
    ...(reasonsOf(item, instrument).length > 0 && !isChosen(item) ? [notApplicableField(item.code)] : []),
    ...(item.comment ? [commentField(item.code)] : []),
  ];
}

/** The fields of lists that may be left empty: that one is there, though empty, says that the list was seen. */
export function choiceMarkers({ sections }: Pick<Instrument, 'sections'>): ReadonlySet<string> {
  const items = sections.flatMap((section) => section.items);
  return new Set(items.filter((item) => item.type === 'choices' && item.min === 0).map(({ code }) => fieldOf(code)));
}

/** What a form gives for one item; undefined: nothing. What cannot be an answer is kept as it is, for the check to tell. */
export function givenFrom(item: Item, fields: Fields): Given | undefined {
  const answer = valueFrom(item, fields);
  const isReason = isChosen(item) && typeof answer === 'string' && answer.startsWith('na.');
  const reason = isReason ? answer.slice(3) : (fields[notApplicableField(item.code)] ?? '');
  const comment = typedText(fields[commentField(item.code)] ?? '');
  const given: Given = {
    ...(answer !== undefined && !isReason && { value: answer }),
    ...(reason !== '' && { notApplicable: reason }),
    ...(comment !== '' && { comment }),
  };
  return Object.keys(given).length > 0 ? given : undefined;
}

/** The fields of what was given for one item: read again they give the same. */
export function fieldsFrom(item: Item, { value, notApplicable, comment }: Given): Fields {
  return {
    ...(value !== undefined && valueFields(item, value)),
    ...(notApplicable !== undefined &&
      (isChosen(item)
        ? { [fieldOf(item.code)]: reasonValue(notApplicable) }
        : { [notApplicableField(item.code)]: notApplicable })),
    ...(comment !== undefined && { [commentField(item.code)]: comment }),
  };
}

function valueFrom(item: Item, fields: Fields): AnswerValue | undefined {
  const whole = fields[fieldOf(item.code)] ?? '';
  const part = (name: string) => fields[fieldOf(item.code, name)] ?? '';
  switch (item.type) {
    case 'choices': {
      const chosen = partsOf(item).filter((code) => part(code) !== '');
      // A list that was shown and left empty is an answer where the item says so.
      return chosen.length > 0 || (item.min === 0 && fieldOf(item.code) in fields) ? chosen : undefined;
    }
    case 'matrix': {
      const rows = partsOf(item).flatMap((row) => (part(row) === '' ? [] : [[row, part(row)] as const]));
      return rows.length > 0 ? { rows: Object.fromEntries(rows) } : undefined;
    }
    case 'ranking': {
      const ranked = partsOf(item).map(part).filter(Boolean);
      return ranked.length > 0 ? ranked : undefined;
    }
    case 'date':
      return typedDate({ year: part('year'), month: part('month'), day: part('day') }) || undefined;
    case 'timePair': {
      const ends = pairParts.flatMap((end) =>
        typedTime(part(end)) === '' ? [] : [[end, typedInstant(part(end))] as const],
      );
      // One alone is no answer yet: the check tells so.
      return ends.length > 0 ? (Object.fromEntries(ends) as { from: string; to: string }) : undefined;
    }
    case 'number':
    case 'money':
      return typedText(whole) === '' ? undefined : typedNumber(whole);
    case 'time':
      return typedTime(whole) || undefined;
    default:
      return typedText(whole) || undefined;
  }
}

function valueFields(item: Item, value: AnswerValue): Fields {
  const parts = (named: readonly (readonly [string, string])[]): Fields =>
    Object.fromEntries(named.map(([name, text]) => [fieldOf(item.code, name), text]));
  if (Array.isArray(value)) {
    const codes = value as readonly string[];
    if (item.type === 'ranking') return parts(codes.map((code, at) => [String(at + 1), code]));
    return codes.length > 0 ? parts(codes.map((code) => [code, '1'])) : { [fieldOf(item.code)]: '' };
  }
  if (typeof value === 'object') return parts(partsWithin(value));
  if (item.type !== 'date') return { [fieldOf(item.code)]: String(value) };
  const [year = '', month = '', day = ''] = String(value).split('-');
  return parts([
    ['year', year],
    ['month', month],
    ['day', day],
  ]);
}

/** The parts of an answer that has several: the rows of a grid, or two times. Of places nothing: no page asks for one. */
function partsWithin(value: object): readonly (readonly [string, string])[] {
  const { rows, from, to } = value as { readonly rows?: Fields; readonly from?: string; readonly to?: string };
  if (rows) return Object.entries(rows);
  return Object.entries({ from, to }).flatMap(([end, at]) => (at === undefined ? [] : [[end, clockOf(at)] as const]));
}
