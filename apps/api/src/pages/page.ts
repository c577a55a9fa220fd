import { directionOf, textsIn, type Language, type Say } from '#contract';
import { html, type Html } from './html.js';
import { styleAddress } from './page-style.js';

export interface Page {
  readonly language: Language;
  /** What the page is about; the name of the platform follows it in the window's title. */
  readonly title: string;
  readonly body: Html;
  /** The address of the page, path and query, so that the other language is one step away; null where there is none. */
  readonly here: string | null;
  /** Who is signed in; null for a visitor; undefined when it is not known, and neither is offered. */
  readonly account: string | null | undefined;
}

/** A whole page in the frame they all have: skip link, name, language, signing in or out, and the content. */
export function pageOf({ language, title, body, here, account }: Page): string {
  const say = textsIn(language);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title} – ${say('frame.product')}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${styleAddress}" />
      </head>
      <body>
        <a class="skip" href="#content">${say('frame.skip')}</a>
        <header class="head">
          <div class="head-row">
            <a class="brand" href="/?language=${language}">${mark}<span>${say('frame.product')}</span></a>
            <span class="purpose">${say('frame.purpose')}</span>
            <nav class="head-links">${languageLink(language, here, say)}${signing(language, account, say)}</nav>
          </div>
        </header>
        <main id="content" class="content" tabindex="-1">${body}</main>
      </body>
    </html> `;
  return page.markup;
}

/** The mark of the platform, decorative beside its name. */
const mark = html`<img class="mark" src="/assets/mark.svg" alt="" width="32" height="32" />`;

/** An address in another language: the same path and query, with `language` changed. */
export function addressIn(language: Language, here: string): string {
  const url = new URL(here, 'http://here.invalid');
  url.searchParams.set('language', language);
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}

function languageLink(language: Language, here: string | null, say: Say): Html | null {
  if (here === null) return null;
  const other = language === 'ar' ? 'en' : 'ar';
  return html`<a href="${addressIn(other, here)}" lang="${other}" hreflang="${other}" dir="${directionOf(other)}"
    >${say('frame.language')}</a
  >`;
}

function signing(language: Language, account: Page['account'], say: Say): Html | null {
  if (account === undefined) return null;
  if (account === null) return html`<a href="/sign-in?language=${language}">${say('frame.signIn')}</a>`;
  return html`<span class="who">${say('frame.signedInAs', { name: account })}</span>
    <form method="post" action="/sign-out?language=${language}">
      <button class="plain">${say('frame.signOut')}</button>
    </form>`;
}
