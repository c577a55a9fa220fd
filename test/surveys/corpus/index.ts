import { addresses } from './addresses.js';
import { controls } from './controls.js';
import { databases } from './databases.js';
import { directions } from './directions.js';
import { formulas } from './formulas.js';
import { htmlAttributes } from './html-attributes.js';
import { htmlTexts } from './html-text.js';
import { longGraphemes } from './long-graphemes.js';
import { scriptsAndStyles } from './scripts-and-styles.js';
import { templates } from './templates.js';
import { vectorGraphics } from './vector-graphics.js';

export { notText } from './controls.js';

/** What people might write who mean no good, by where it would do harm. All of it is text: it is stored and shown as such. */
export const corpus: Readonly<Record<string, readonly string[]>> = {
  htmlTexts,
  htmlAttributes,
  addresses,
  scriptsAndStyles,
  vectorGraphics,
  templates,
  directions,
  controls,
  longGraphemes,
  databases,
  formulas,
};

/** All of it in one row, each once. */
export const allTexts: readonly string[] = [...new Set(Object.values(corpus).flat())];

/** `npm run drills -- hostile` tries every text at every place; everyday tests try some of each kind. */
export const isDrill = process.env['HOSTILE_ALL'] === '1';

/** So many of each kind, the first of it and then at even distances; all in a drill. @param among those that can be tried here */
export function someOfEachKind(times: number, among: readonly string[] = allTexts): readonly string[] {
  if (isDrill) return among;
  const chosen = Object.values(corpus).flatMap((kind) => {
    const usable = kind.filter((text) => among.includes(text));
    return usable.filter((_, at) => at % Math.ceil(usable.length / times) === 0);
  });
  return [...new Set(chosen)];
}
