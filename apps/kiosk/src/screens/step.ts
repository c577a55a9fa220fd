import type { ShortItem } from '../../../api/src/surveys/kiosk/survey-form.js';
import { button, el } from '../element.js';
import { framed, heading, type Frame } from './frame.js';

/** A question after the face: where it stands, what was chosen so far, and what a tap does. */
export interface Step {
  readonly item: ShortItem;
  readonly at: number;
  readonly of: number;
  readonly picks: readonly string[];
  /** Comes back with the choice after the tap, or null when the tap did not count. */
  readonly onOption: (code: string, event: MouseEvent) => readonly string[] | null;
  readonly onNext: (event: MouseEvent) => void;
  readonly onBack: (event: MouseEvent) => void;
}

/** A question with its options as large buttons. One choice goes on by itself; several are followed by a button. */
export function stepScreen(frame: Frame, step: Step): HTMLElement {
  const { words } = frame;
  const { item, at, of } = step;
  const several = item.type === 'choices';
  const options = item.options.map(({ code, text }) =>
    el(
      'button',
      { class: 'option', set: { type: 'button', value: code }, onClick: (event) => tap(code, event) },
      words.word(text),
    ),
  );
  const isLast = at === of;
  const next = several
    ? button(words.say(isLast ? 'kiosk.finish' : 'kiosk.continue'), step.onNext, 'primary')
    : button(words.say('kiosk.skip'), step.onNext, 'plain');
  const marked = (picks: readonly string[]) => {
    for (const one of options) {
      const isPicked = picks.includes(one.value);
      one.setAttribute('aria-pressed', String(isPicked));
      one.classList.toggle(
        'full',
        several && !isPicked && picks.length >= item.most && !item.alone.includes(one.value),
      );
    }
    next.disabled = several && item.required && picks.length === 0;
  };
  function tap(code: string, event: MouseEvent): void {
    const picks = step.onOption(code, event);
    if (picks) marked(picks);
  }
  marked(step.picks);
  const moves = el('div', { class: 'moves' }, button(words.say('kiosk.back'), step.onBack, 'plain'));
  if (several || !item.required) moves.append(next);
  return framed(
    frame,
    'ask',
    el('p', { class: 'step' }, words.say('kiosk.step', { at: at + 1, of: of + 1 })),
    heading(words.word(item.text), !item.required && el('span', { class: 'soft' }, ` ${words.say('kiosk.optional')}`)),
    item.help ? el('p', { class: 'help' }, words.word(item.help)) : null,
    el(
      'div',
      { class: several ? 'options' : 'options single', set: { role: 'group', 'aria-label': words.word(item.text) } },
      ...options,
    ),
    moves,
  );
}
