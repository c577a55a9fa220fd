import { pinDigits } from '../../../tablet/src/vault/pin.js';
import { button, el } from '../element.js';
import type { Words } from '../words.js';
import { heading } from './frame.js';

/** Why a PIN is asked for, and what becomes of it. */
export interface PinAsked {
  readonly words: Words;
  readonly title: string;
  readonly lead: string;
  /** Comes back with what to say when the PIN did not do; null: it did, and another screen stands there. */
  readonly onPin: (pin: string) => Promise<string | null>;
  /** Null: there is no way round it. */
  readonly onCancel: (() => void) | null;
}

/** Takes a PIN from buttons or a keyboard. No input field: the browser would offer to remember it. */
export function pinScreen({ words, title, lead, onPin, onCancel }: PinAsked): HTMLElement {
  let pin = '';
  let busy = false;
  const dots = el('p', { class: 'dots', set: { 'aria-hidden': 'true' } });
  const count = el('p', { class: 'unseen', set: { role: 'status' } });
  const fault = el('p', { class: 'fault', set: { role: 'alert' } });
  const become = (digits: string) => {
    pin = digits.slice(0, pinDigits.most);
    dots.textContent = '●'.repeat(pin.length) || '\u00a0';
    count.textContent = words.say('kiosk.pin.entered', { n: pin.length });
  };
  const done = async () => {
    if (busy || pin === '') return;
    busy = true;
    const said = await onPin(pin);
    busy = false;
    become('');
    fault.textContent = said ?? '';
  };
  const digit = (key: string) => button(key, () => become(pin + key), 'key');
  const keys = el(
    'div',
    { class: 'keys', set: { dir: 'ltr' } },
    ...[...'123456789'].map(digit),
    button(words.say('kiosk.pin.delete'), () => become(pin.slice(0, -1)), 'key word'),
    digit('0'),
    button(words.say('kiosk.pin.ok'), () => void done(), 'key word primary'),
  );
  become('');
  const cancel = onCancel && button(words.say('kiosk.cancel'), onCancel, 'plain');
  const main = el(
    'main',
    { class: 'pin' },
    heading(title),
    el('p', { class: 'help' }, lead),
    dots,
    count,
    fault,
    keys,
    cancel,
  );
  const screen = el('div', { class: 'screen' }, main);
  screen.addEventListener('keydown', (event) => {
    if (/^\d$/.test(event.key)) become(pin + event.key);
    else if (event.key === 'Backspace') become(pin.slice(0, -1));
    else if (event.key === 'Escape') onCancel?.();
    // A focused button is pressed by Enter itself.
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void done();
  });
  return screen;
}
