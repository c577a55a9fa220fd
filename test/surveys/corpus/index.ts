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
