import { directionOf, type Language } from '#contract';
import { html, Html } from './html.js';
import { fontFaces, policy, type FontFile } from './page.js';
import { face } from './style.js';

/** What a poster says in one of its two languages. */
export interface PosterSide {
  readonly language: Language;
  /** What is asked, large. */
  readonly title: string;
  /** Who asks, and where: asker, agency, centre, service, as far as there are such. */
  readonly asker: string;
  readonly place: readonly string[];
  readonly purpose: string;
  /** Short promises: how long it takes, that nobody is asked for his name. */
  readonly promises: readonly string[];
  /** What to do with the code. */
  readonly scan: string;
  /** What stands before the address. */
  readonly type: string;
}

/** A poster of a way in. */
export interface PosterParts {
  /** Of the file. */
  readonly title: string;
  readonly sides: readonly [PosterSide, PosterSide];
  /** The dark modules of a QR code, row by row, without a border. */
  readonly code: readonly (readonly boolean[])[];
  /** The address as it is typed: everything before the code, and the code in groups that the eye keeps apart. */
  readonly address: { readonly before: string; readonly groups: readonly string[] };
}

/** Modules of white around a QR code that readers need (ISO/IEC 18004). */
const quiet = 4;

/**
 * A printable page, A4, by which people come to a survey: the same in both languages, one above the code and one below, the
 * address for those without a camera between them. Self-contained, to the byte the same for the same parts and fonts.
 */
export function poster({ title, sides, code, address }: PosterParts, fonts: readonly FontFile[]): string {
  const [first, second] = [namedOnce(sides[0]), namedOnce(sides[1])];
  return html`<!doctype html>
<html lang="${first.language}" dir="${directionOf(first.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${new Html(`${fontFaces(fonts)}${look}`)}</style>
</head>
<body class="${roomFor([first, second])}">
${sideOf(first, true)}
<div class="way">
${qr(code, address.before + address.groups.join(''))}
<p class="address" dir="ltr">${address.before}${address.groups.map((group, at) => (at % 2 === 0 ? html`<b>${group}</b>` : group))}</p>
</div>
${sideOf(second, false)}
</body>
</html>`.markup;
}

function sideOf(side: PosterSide, isAbove: boolean): Html {
  const { language, title, asker, place, purpose, promises, scan, type } = side;
  const about = html`<p class="asker">${asker}</p>
<h1>${title}</h1>
<p class="place">${place.map((name) => html`<bdi>${name}</bdi>`)}</p>
<p class="purpose">${purpose}</p>
<ul>${promises.map((promise) => html`<li>${promise}</li>`)}</ul>`;
  const how = html`<p class="how"><strong>${scan}</strong> ${type}</p>`;
  return html`<section lang="${language}" dir="${directionOf(language)}">${isAbove ? [about, how] : [how, about]}</section>`;
}

/** A centre is often called after its agency: what an earlier name says already is not said again. */
function namedOnce(side: PosterSide): PosterSide {
  return {
    ...side,
    place: side.place.filter((name, at) => !side.place.slice(0, at).some((one) => one.includes(name))),
  };
}

/** Long texts are set smaller, and very long ones cut: the page stays one, and the code large enough to be read from afar. */
function roomFor(sides: readonly PosterSide[]): 'much' | 'some' | 'little' {
  const fits = (title: number, place: number, purpose: number) =>
    sides.every(
      (side) => side.title.length <= title && side.place.join('').length <= place && side.purpose.length <= purpose,
    );
  return fits(40, 80, 120) ? 'much' : fits(90, 120, 260) ? 'some' : 'little';
}

/** Dark modules as one path of small squares: sharp at any size, and understood by every printer. */
function qr(code: PosterParts['code'], address: string): Html {
  const size = code.length + 2 * quiet;
  const path = code
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${address}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

const look = `
@page{size:A4;margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{font:400 14pt/1.5 "${face}",sans-serif;color:#16242f;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{width:210mm;height:296.5mm;overflow:hidden;padding:9mm 16mm;border-block:4mm solid #12395f;display:flex;flex-direction:column;text-align:center}
section{overflow-wrap:anywhere;flex:none}
h1,.asker,.place,.purpose{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1}
h1{font-weight:600;line-height:1.35;color:#12395f;font-size:36pt;text-wrap:balance;-webkit-line-clamp:3}
.asker{font-weight:600;color:#4c5c68}
.place{font-weight:600;font-size:17pt;margin-block:1mm;-webkit-line-clamp:2}
.place bdi+bdi::before{content:"\\2002·\\2002";font-weight:400;color:#4c5c68}
.purpose{-webkit-line-clamp:5}
ul{list-style:none;display:flex;flex-wrap:wrap;justify-content:center;gap:1.5mm 4mm;margin-block-start:2.5mm}
li{border:.3mm solid #12395f;border-radius:6mm;padding:.6mm 4.5mm;color:#12395f;font-weight:600;font-size:.9em}
.how{margin-block-start:4mm}
section:last-child .how{margin-block:0 4mm}
strong{font-weight:600}
.some{font-size:11.5pt}
.some h1{font-size:24pt}
.some .place{font-size:13pt}
.little{font-size:10.5pt}
.little h1{font-size:19pt}
.little .place{font-size:11pt}
.little .how{font-size:12pt}
.way{flex:1;min-height:58mm;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:2mm;margin-block:4mm}
svg{flex:0 1 104mm;min-height:0;aspect-ratio:1;border:.6mm solid #12395f;border-radius:4mm}
.address{flex:none;font-size:16pt;font-variant-numeric:tabular-nums;unicode-bidi:isolate;max-width:100%;overflow-wrap:anywhere;letter-spacing:.04em}
.address b{font-weight:600;color:#12395f}
`;
