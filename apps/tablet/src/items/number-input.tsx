import { useState } from 'react';
import { useLanguage } from '../parts/language.js';
import type { InputProps } from './input-props.js';
import { typedNumber } from './number-text.js';

/**
 * A number or an amount of money, in any of the three sets of digits. What is typed stays as it is typed; what is no number
 * is no answer, and said so.
 */
export function NumberInput({ item, value, onValue, labelledBy, describedBy }: InputProps<'number' | 'money'>) {
  const { say, word } = useLanguage();
  const [text, setText] = useState(typeof value === 'number' ? String(value) : '');
  const typed = typedNumber(text);
  // The answer was cleared, or said not to apply, elsewhere on the page.
  if (value === undefined && typeof typed === 'number') setText('');
  const unit = item.type === 'money' ? item.currency : item.unit ? word(item.unit) : '';
  const fault = `${labelledBy}-typed`;
  return (
    <>
      <div className="measure">
        <input
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={text}
          aria-labelledby={labelledBy}
          aria-describedby={[describedBy, typed === null && fault].filter(Boolean).join(' ') || undefined}
          aria-invalid={typed === null}
          onChange={(event) => {
            setText(event.target.value);
            onValue(typedNumber(event.target.value) ?? undefined);
          }}
        />
        {unit !== '' && <span>{unit}</span>}
      </div>
      {typed === null && (
        <p id={fault} className="fault">
          {say('fault.notANumber')}
        </p>
      )}
    </>
  );
}
