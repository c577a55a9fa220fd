import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import { chosenAfter } from './chosen.js';
import type { InputProps } from './input-props.js';

/** Several answers at once. An empty list can be an answer too; then it is one of the boxes. */
export function ChoicesInput({ item, spot, value, onValue, describedBy }: InputProps<'choices'>) {
  const { say, word } = useLanguage();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const most = item.max ?? item.options.length;
  const none = { code: '', text: say('tablet.answer.none') };
  const options = item.options.map(({ code, text }) => ({ code, text: word(text) }));
  return (
    <>
      {item.max !== undefined && <p className="soft">{say('tablet.choices.atMost', { count: most })}</p>}
      <Chips
        kind="checkbox"
        name={spot.path}
        options={item.min === 0 ? [...options, none] : options}
        chosen={Array.isArray(value) && chosen.length === 0 ? [''] : chosen}
        layout="column"
        describedBy={describedBy}
        onChoose={(code, on) =>
          onValue(code === '' ? (on ? [] : undefined) : (chosenAfter(item, chosen, code, on) ?? undefined))
        }
      />
    </>
  );
}
