import { button, el, type Child } from '../element.js';
import type { Words } from '../words.js';
import { heading } from './frame.js';

/** A screen that only says something, with the way in for staff where there is one. */
export function noticeScreen(
  words: Words,
  title: string,
  more: readonly Child[],
  onStaff: (() => void) | null = null,
): HTMLElement {
  const main = el('main', { class: 'notice' }, heading(title), ...more);
  const foot = onStaff && el('footer', {}, el('p', {}), button(words.say('kiosk.staff'), onStaff, 'staff'));
  return el('div', { class: 'screen' }, main, foot);
}
