import { check, type AnswerSheet, type CompiledInstrument, type Item } from '#instruments';

type Draft = Record<string, Record<string, unknown>>;

/** What an answer to an item is to be. */
export interface Filling {
  /** Which of the options, turned round by the place of the item; absent: the best there is. */
  readonly variant?: number;
  /** The hash of the photo that stands wherever one is needed; absent: none may be needed. */
  readonly photo?: string;
}

/**
 * A finished sheet of an instrument without faults: every item that is asked is answered, and has the comment it needs.
 * Sections that repeat are left out; they may have to be none.
 */
export function filledSheet(compiled: CompiledInstrument, filling: Filling = {}): AnswerSheet {
  const answers: Draft = {};
  const items = compiled.sections.filter(({ repeat }) => !repeat).flatMap(({ section }) => section.items);
  items.forEach((item, at) => {
    const value = valueOf(item, compiled, filling, at);
    if (value !== undefined) answers[item.code] = { value };
  });
  for (let round = 0; round < 20; round += 1) {
    const faults = check(compiled, { answers }, { finished: true });
    if (faults.length === 0) return { answers };
    for (const { where, reason } of faults) mend(answers, items, where, reason, compiled, filling);
  }
  throw new Error(`No sheet found: ${JSON.stringify(check(compiled, { answers }, { finished: true }).slice(0, 3))}`);
}

function mend(
  answers: Draft,
  items: readonly Item[],
  where: string,
  reason: string,
  compiled: CompiledInstrument,
  filling: Filling,
): void {
  const code = where.split('.')[1] ?? '';
  const item = items.find((one) => one.code === code);
  if (!item) throw new Error(`${where}: ${reason}`);
  if (reason === 'notAsked') delete answers[code];
  else if (reason === 'commentNeeded') answers[code] = { ...answers[code], comment: 'كان الباب مغلقًا عند الوصول.' };
  else if (reason === 'evidenceNeeded') answers[code] = { ...answers[code], evidence: [photoOf(filling, code)] };
  else answers[code] = { value: valueOf(item, compiled, filling, 0) };
}

function photoOf({ photo }: Filling, code: string): string {
  if (photo === undefined) throw new Error(`${code} needs a photo`);
  return photo;
}

const day = '2026-11-23';

function valueOf(item: Item, { instrument }: CompiledInstrument, filling: Filling, at: number): unknown {
  const { variant } = filling;
  const onScale = (code: string) => instrument.scales.find((scale) => scale.code === code)?.options ?? [];
  const chosen = (options: readonly { code: string }[], isReversed = false) =>
    options.at(variant === undefined ? (isReversed ? 0 : -1) : (variant + at) % options.length)?.code;
  const number = variant === undefined ? 3 : (variant + at) % 20;
  switch (item.type) {
    case 'yesNo':
      return chosen([{ code: 'no' }, { code: 'yes' }], item.reversed);
    case 'scale':
      return chosen(onScale(item.scale), item.reversed);
    case 'choice':
      return chosen(item.options, true);
    case 'choices':
      return [item.options[0]?.code];
    case 'number':
      return Math.max(item.min ?? 0, Math.min(item.max ?? 100, number));
    case 'money':
      return Math.max(item.min ?? 0, Math.min(item.max ?? 1_000, 50));
    case 'text':
      return 'وصف ما حدث في المركز بكلمات كافية عند الوصول.'.repeat(Math.ceil(((item.minLength ?? 1) + 1) / 40));
    case 'date':
      return day;
    case 'time':
      return '09:30';
    case 'timePair':
      return { from: `${day}T09:00:00+04:00`, to: `${day}T09:${String(5 + number).padStart(2, '0')}:00+04:00` };
    case 'file':
      return [photoOf(filling, item.code)];
    case 'signature':
      return photoOf(filling, item.code);
    case 'location':
      return { latitude: 24.45, longitude: 54.37, accuracy: 10 };
    case 'matrix':
      return { rows: Object.fromEntries(item.rows.map(({ code }) => [code, onScale(item.scale)[0]?.code])) };
    case 'ranking':
      return item.options.map(({ code }) => code).slice(0, item.ranks);
    case 'note':
      return undefined;
  }
}
