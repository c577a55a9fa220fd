import { useLanguage } from '../parts/language.js';
import { typedDirection } from '../parts/typed-direction.js';
import { useTypedText } from './typed-text.js';
import type { InputProps } from './input-props.js';

/** Free text. Its direction is that of what is typed. */
export function TextInput({ item, value, onValue, labelledBy, describedBy }: InputProps<'text'>) {
  const { say } = useLanguage();
  const [text, type] = useTypedText(typeof value === 'string' ? value : '', (typed) =>
    onValue(typed.trim() === '' ? undefined : typed),
  );
  const common = {
    dir: typedDirection(text),
    value: text,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
  } as const;
  const left = item.maxLength - Array.from(text).length;
  return (
    <>
      {item.lines === 'one' ? <input type="text" autoComplete="off" {...common} /> : <textarea rows={4} {...common} />}
      {left < item.maxLength / 10 && <p className="soft">{say('tablet.text.left', { count: Math.max(0, left) })}</p>}
    </>
  );
}
