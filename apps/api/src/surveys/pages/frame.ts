import { writingDirectionOf } from '#campaigns';
import { html, type Html } from '../../pages/html.js';
import { surveyStyleAddress } from './survey-style.js';
import { ownName, type Words } from './words.js';

/** How a page is turned into another language: by its address, or by its form, which keeps what was typed. */
export type Switch =
  | { readonly kind: 'address'; readonly languages: readonly string[]; address(language: string): string }
  | { readonly kind: 'form'; readonly languages: readonly string[] };

export interface FramedPage {
  readonly words: Words;
  /** What the window is called: the question, before it that something is wrong. */
  readonly title: string;
  /** Who asks; null before that is known. */
  readonly asker: Html | null;
  readonly switch: Switch;
  readonly main: Html;
  /** Where the page's form is sent; null: it has none. */
  readonly action: string | null;
  /** The address of a script; absent: there is none, as almost always. */
  readonly script?: string | null;
}

/** A whole page of a survey: who asks, other languages, and the content; a form goes around all of it. */
export function framed({ words, title, asker, switch: other, main, action, script }: FramedPage): string {
  const body = html`<header class="top"><div class="wrap"><p class="asker">${asker}</p>${languageSwitch(words, other)}</div></header>
<main id="main" class="wrap main" tabindex="-1">${main}</main>`;
  // What Enter presses is the first button of a form, whatever stands above; nobody is to go back by it.
  const form =
    action !== null &&
    html`<form method="post" action="${action}" novalidate>
<button class="unseen" name="go" value="next" tabindex="-1" aria-hidden="true"></button>
${body}</form>`;
  return html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${surveyStyleAddress}">${script && html`\n<script src="${script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">${words.said('frame.skip')}</a>
${form || body}
</body>
</html>
`.markup;
}

function languageSwitch(words: Words, other: Switch): Html | null {
  const others = other.languages.filter((tag) => tag !== words.language);
  if (others.length === 0) return null;
  const links = others.map((tag) => {
    const marks = html`lang="${tag}" dir="${writingDirectionOf(tag)}"`;
    return other.kind === 'address'
      ? html`<li><a href="${other.address(tag)}" hreflang="${tag}" ${marks}>${ownName(tag)}</a></li>`
      : html`<li><button class="link" name="go" value="language.${tag}" ${marks}>${ownName(tag)}</button></li>`;
  });
  return html`<nav aria-label="${words.say('survey.language')}"><ul class="languages">${links}</ul></nav>`;
}
