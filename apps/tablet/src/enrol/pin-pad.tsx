import { useEffect, useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { pinDigits } from '../vault/pin.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * Takes a PIN from buttons, a keyboard or a paste. No input field: the browser would offer to remember it.
 * Digits are dots on the screen, and a count to who does not see it.
 */
export function PinPad({ disabled = false, onPin }: PinPadProps) {
  const { say } = useLanguage();
  const [pin, setPin] = useState('');
  const add = (digits: string) => setPin((before) => (before + digits).slice(0, pinDigits.most));
  const remove = () => setPin((before) => before.slice(0, -1));
  const done = () => {
    if (disabled || pin === '') return;
    setPin('');
    onPin(pin);
  };
  useEffect(() => {
    if (disabled) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') remove();
      // A focused button is pressed by Enter itself.
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) done();
    };
    const pasted = (event: ClipboardEvent) => add((event.clipboardData?.getData('text') ?? '').replace(/\D/g, ''));
    addEventListener('keydown', pressed);
    addEventListener('paste', pasted);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('paste', pasted);
    };
  });
  return (
    <div className="pin-pad" role="group" aria-label={say('tablet.pin.enter')}>
      <p className="pin-dots" role="status">
        <span aria-hidden="true">{'●'.repeat(pin.length) || '\u00a0'}</span>
        <span className="unseen">{say('tablet.pin.entered', { count: pin.length })}</span>
      </p>
      <div className="pin-keys" dir="ltr">
        {keys.map((key) => (
          <button key={key} type="button" disabled={disabled} onClick={() => add(key)}>
            {key}
          </button>
        ))}
        <button type="button" className="pin-word" disabled={disabled} onClick={remove}>
          {say('tablet.pin.delete')}
        </button>
        <button type="button" disabled={disabled} onClick={() => add('0')}>
          0
        </button>
        <button type="button" className="pin-word pin-ok" disabled={disabled} onClick={done}>
          {say('tablet.pin.ok')}
        </button>
      </div>
    </div>
  );
}

export interface PinPadProps {
  readonly disabled?: boolean;
  readonly onPin: (pin: string) => void;
}
