export { html, Html } from './html.js';
export { type FontFile } from './page.js';
export { programmeReport } from './programme-report.js';
export { scorecard, type Imprint } from './scorecard.js';
export { face } from './style.js';
export { plain, signedInText, signedText } from './numbers.js';
export { layout } from './layout.js';
export { poster, type PosterParts, type PosterSide } from './poster.js';
