import type { HTTPRequest, Page } from 'puppeteer';

/** Where a guarded page sits: an address that can never exist (RFC 2606) and that we answer ourselves. */
export const DESK = 'https://desk.invalid/';

/**
 * The policy of the desk. It stays in force when a document is written onto the page. `sandbox` also stops
 * what no `-src` does: refreshes, forms, scripts by any way.
 */
export const POLICY = [
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ');

/** The browser finds no host at all, not even by number: the layer below all pages. */
export const NO_HOSTS = '--host-resolver-rules=MAP * ~NOTFOUND';

/**
 * The layers around a document we do not trust. Each alone stops nearly everything (the spec says how much);
 * what slips round one is held by another.
 */
export const guards = {
  /** No script runs; we still can (the devtools protocol is not bound by it). */
  noScripts: (page: Page): Promise<void> => page.setJavaScriptEnabled(false),

  /** The network answers nothing; also stops prefetch, which goes round interception. */
  offline: (page: Page): Promise<void> => page.setOfflineMode(true),

  /** Every request is refused but the one for the desk (`data:` addresses are no requests). */
  noRequests: async (page: Page): Promise<void> => {
    page.on('request', (request) => void answer(page, request).catch(ignoreClosed));
    await page.setRequestInterception(true);
  },

  /** Takes the page to the desk, whose policy then binds what is written there. Needs `noRequests`. */
  policy: async (page: Page): Promise<void> => {
    await page.goto(DESK);
  },
} as const;

async function answer(page: Page, request: HTTPRequest): Promise<void> {
  const isDesk = request.url() === DESK && request.isNavigationRequest() && request.frame() === page.mainFrame();
  if (!isDesk) return request.abort('blockedbyclient');
  const headers = { 'content-security-policy': POLICY };
  await request.respond({ contentType: 'text/html; charset=utf-8', headers, body: '<!doctype html>' });
}

/** A request may outlive its page or browser; there is nobody left to answer. */
function ignoreClosed(): void {}
