import { button, el } from '../element.js';
import type { Aside, Waiting } from '../store/kiosk-store.js';
import type { Words } from '../words.js';
import { heading } from './frame.js';

/** How this device is. */
export interface DeviceState {
  /** When the server last answered; null: never yet. */
  readonly contact: number | null;
  readonly waiting: readonly Waiting[];
  readonly aside: readonly Aside[];
}

export interface StateActions {
  readonly onSend: () => void;
  readonly onAgain: () => void;
  readonly onReturn: () => void;
  readonly onLeave: () => void;
  readonly onNewPin: () => void;
}

/** What staff see behind the PIN. */
export function stateScreen(words: Words, title: string, state: DeviceState, actions: StateActions): HTMLElement {
  const { waiting, aside } = state;
  return el(
    'div',
    { class: 'screen' },
    el(
      'main',
      { class: 'state' },
      heading(words.say('kiosk.state')),
      el('p', { class: 'help' }, title),
      facts(words, state),
      aside.length > 0 && refused(words, aside),
      el(
        'div',
        { class: 'moves' },
        button(words.say('kiosk.return'), actions.onReturn, 'primary'),
        waiting.length > 0 && button(words.say('kiosk.send'), actions.onSend, 'plain'),
        aside.length > 0 && button(words.say('kiosk.again'), actions.onAgain, 'plain'),
        button(words.say('kiosk.newPin'), actions.onNewPin, 'plain'),
        button(words.say('kiosk.leave'), actions.onLeave, 'plain'),
      ),
    ),
  );
}

function facts(words: Words, { contact, waiting, aside }: DeviceState): HTMLElement {
  const [oldest] = waiting;
  const rows: readonly (readonly [string, string])[] = [
    [words.say('kiosk.state.contact'), contact === null ? words.say('kiosk.state.never') : words.moment(contact)],
    [words.say('kiosk.state.waiting'), String(waiting.length)],
    ...(oldest ? [[words.say('kiosk.state.oldest'), words.moment(oldest.at)] as const] : []),
    [words.say('kiosk.state.aside'), String(aside.length)],
  ];
  return el('dl', {}, ...rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function refused(words: Words, aside: readonly Aside[]): HTMLElement {
  const items = aside
    .slice(0, 50)
    .map(({ at, title, code }) =>
      el('li', {}, `${words.moment(at)}: ${title} `, el('code', { set: { dir: 'ltr' } }, code)),
    );
  return el('div', { class: 'aside' }, el('p', {}, words.say('kiosk.state.asideLead')), el('ul', {}, ...items));
}
