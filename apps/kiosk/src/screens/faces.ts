import { button, el } from '../element.js';
import { face } from '../face.js';
import { framed, heading, type Frame } from './frame.js';

/** The first screen: a question, and faces with their words. */
export function facesScreen(frame: Frame, onFace: (code: string, event: MouseEvent) => void): HTMLElement {
  const { words, form } = frame;
  const asked = form.short?.face;
  const faces = (asked?.options ?? []).map(({ code, text, mood = 0 }) => {
    const one = button('', (event) => onFace(code, event), 'answer');
    one.append(face(mood), el('span', {}, words.word(text)));
    return one;
  });
  const question = asked ? words.word(asked.text) : '';
  return framed(
    frame,
    'ask',
    heading(question),
    el('div', { class: 'faces', set: { role: 'group', 'aria-label': question } }, ...faces),
  );
}
