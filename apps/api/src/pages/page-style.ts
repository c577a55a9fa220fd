import { hash } from 'node:crypto';

// Characters each file has, so that a browser loads only the scripts a page shows.
const arabic =
  'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC';
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212';
const latinExtended =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113';

function face(file: string, weight: number, range: string): string {
  return `@font-face{font-family:"Nujoom";font-style:normal;font-display:swap;font-weight:${weight};src:url(/assets/fonts/${file}-${weight}-normal.woff2) format("woff2");unicode-range:${range}}`;
}

const faces = [400, 600].flatMap((weight) => [
  face('ibm-plex-sans-latin', weight, latin),
  face('ibm-plex-sans-latin-ext', weight, latinExtended),
  face('ibm-plex-sans-arabic-arabic', weight, arabic),
]);

/** The typefaces of all pages, as a style sheet names them. */
export const fontFaces = faces.join('\n');

/**
 * The style of every page. Logical properties only, so that one style serves both directions; targets of at least
 * 44 px; contrast of at least 4.5 : 1 for text and 3 : 1 for the edges of controls (WCAG 2.2 AA).
 */
export const pageStyle = `${fontFaces}
:root {
  --ink: #1a2230; --soft: #4d5a6b; --line: #d5dbe3; --edge: #6b7889; --paper: #ffffff; --ground: #f4f6f9;
  --brand: #12395f; --brand-dark: #0b2744; --gold: #c79a3a; --link: #0f5499; --bad: #a3161b; --bad-ground: #fdf3f3;
  --good: #1d6b3f; --focus: #ffbf2e;
}
*, ::before, ::after { box-sizing: border-box }
html { font: 100%/1.6 "Nujoom", "Segoe UI", Tahoma, system-ui, sans-serif; color: var(--ink); background: var(--ground);
  -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; min-block-size: 100vh; overflow-wrap: break-word }
:lang(ar) { line-height: 1.8; letter-spacing: 0 }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.5vw, 2.2rem); line-height: 1.3; margin-block: 0 .75rem; font-weight: 600 }
h2 { font-size: 1.35rem; line-height: 1.4; margin-block: 2.25rem .75rem; font-weight: 600 }
h3 { font-size: 1.1rem; line-height: 1.45; margin-block: 1.5rem .5rem; font-weight: 600 }
p, ul, ol { margin-block: 0 1rem; max-inline-size: 70ch }
a { color: var(--link); text-underline-offset: .2em }
a:hover { text-decoration-thickness: .15em }
:focus-visible { outline: 3px solid var(--brand-dark); outline-offset: 2px; box-shadow: 0 0 0 6px var(--focus); border-radius: 2px }
main:focus { outline: none; box-shadow: none }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; padding: .75rem 1.25rem; background: var(--paper); z-index: 2;
  transform: translateY(-120%) }
.skip:focus { transform: none }
.head { background: var(--brand); color: #fff; border-block-end: 4px solid var(--gold) }
.head-row { max-inline-size: 72rem; margin-inline: auto; padding: .5rem 1.25rem; display: flex; flex-wrap: wrap; align-items: center;
  gap: .25rem 1.25rem }
.head a, .head button.plain { color: #fff; display: inline-flex; align-items: center; min-block-size: 44px; padding-inline: .5rem }
.brand { gap: .6rem; font-size: 1.35rem; font-weight: 600; text-decoration: none; margin-inline-start: -.5rem }
.brand:hover { text-decoration: underline }
.mark { display: block }
.purpose { color: #dbe5f0; font-size: .95rem }
.head-links { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-inline-start: auto }
.head-links form { display: contents }
.who { font-size: .95rem; color: #dbe5f0; overflow-wrap: anywhere }
button.plain { background: none; border: 0; font: inherit; text-decoration: underline; text-underline-offset: .2em; cursor: pointer }
.content { max-inline-size: 72rem; margin-inline: auto; padding: 2rem 1.25rem 4rem }
.narrow { max-inline-size: 30rem; margin-inline: auto }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1.5rem; margin-block-end: 1.5rem }
.lead { font-size: 1.15rem }
.small { font-size: .9rem; color: var(--soft) }
.field { margin-block-end: 1.25rem }
.field label { display: block; font-weight: 600; margin-block-end: .25rem }
.field input, .field select { inline-size: 100%; min-block-size: 48px; padding: .5rem .75rem; font: inherit; color: inherit;
  background: var(--paper); border: 2px solid var(--edge); border-radius: 4px }
.field-bad { border-inline-start: 4px solid var(--bad); padding-inline-start: .9rem }
.field-bad input { border-color: var(--bad) }
.fault { display: block; color: var(--bad); font-weight: 600; margin-block-end: .35rem }
.summary { border: 3px solid var(--bad); background: var(--bad-ground); border-radius: 4px; padding: 1rem 1.25rem; margin-block-end: 1.5rem }
.summary h2 { margin-block: 0 .5rem; font-size: 1.15rem }
.summary ul { margin: 0; padding-inline-start: 1.1rem }
.summary a { color: var(--bad); font-weight: 600 }
.button { display: inline-flex; align-items: center; justify-content: center; min-block-size: 48px; padding: .5rem 1.5rem; font: inherit;
  font-weight: 600; color: #fff; background: var(--brand); border: 2px solid var(--brand); border-radius: 4px; text-decoration: none; cursor: pointer }
.button:hover { background: var(--brand-dark) }
.button-wide { inline-size: 100% }
.scroll { overflow-x: auto; margin-block-end: 1.5rem }
table { border-collapse: collapse; inline-size: 100%; background: var(--paper); font-variant-numeric: tabular-nums }
caption { text-align: start; font-weight: 600; padding-block: .5rem }
th, td { padding: .65rem .75rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line) }
thead th { border-block-end: 2px solid var(--brand); white-space: nowrap }
tbody tr:hover { background: var(--ground) }
.number { text-align: end; white-space: nowrap }
.better { color: var(--good); font-weight: 600 }
.worse { color: var(--bad); font-weight: 600 }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.choices { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem }
.choices a { display: inline-flex; align-items: center; min-block-size: 44px; padding-inline: 1rem; border: 2px solid var(--brand); border-radius: 4px;
  background: var(--paper); text-decoration: none; font-weight: 600 }
.choices a[aria-current] { background: var(--brand); color: #fff }
.figure { font-size: 2.6rem; line-height: 1.2; margin: 0; color: var(--brand) }
.find { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin-block-end: 1rem }
.find label { font-weight: 600 }
.find input[type=search] { min-block-size: 48px; padding: .5rem .75rem; font: inherit; border: 2px solid var(--edge); border-radius: 4px; flex: 1 1 16rem;
  max-inline-size: 26rem; background: var(--paper); color: inherit }
tbody th { font-weight: 600; min-inline-size: 14rem }
a.pdf { display: inline-flex; align-items: center; min-block-size: 44px; padding-inline: .5rem }
@media (max-width: 40rem) { .purpose { display: none } .content { padding-block-start: 1.25rem } .card { padding: 1.1rem } }
@media (forced-colors: active) { .button { border-color: ButtonText } }
@media print { .head-links, .skip { display: none } html { background: #fff } }
`;

/** A star of eight points, drawn in the colours of the head. */
export const pageMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b2744"/><path fill="#e3b553" d="M16 4l2.7 5.5 5.8-2-2 5.8L28 16l-5.5 2.7 2 5.8-5.8-2L16 28l-2.7-5.5-5.8 2 2-5.8L4 16l5.5-2.7-2-5.8 5.8 2z"/></svg>`;

/** Changes with the style, so that browsers may keep it for ever. */
export const styleAddress = `/assets/page.css?v=${hash('sha256', pageStyle, 'hex').slice(0, 12)}`;
