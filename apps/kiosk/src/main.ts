import type { KioskKey } from '#contract';
import { Kiosk } from './kiosk.js';
import { keepOffline } from './offline.js';
import { noticeScreen } from './screens/notice.js';
import { KioskStore } from './store/kiosk-store.js';
import './style/index.css';
import { Words } from './words.js';

const root = document.getElementById('root');
const first = new Words(navigator.language.startsWith('en') ? 'en' : 'ar');
const code = location.pathname.split('/')[2]?.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1') ?? '';

/** Puts a screen in place of the one before, in its language, and lets it be read out. */
function show(words: Words, screen: HTMLElement): void {
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  root?.replaceChildren(screen);
  const heading = screen.querySelector('h1');
  document.title = heading?.textContent || document.title;
  heading?.focus({ preventScroll: true });
}

function say(key: KioskKey): void {
  show(first, noticeScreen(first, first.say(key), []));
}

async function start(): Promise<void> {
  document.documentElement.lang = first.language;
  const store = await KioskStore.open().catch(() => null);
  if (!store) return say('kiosk.cannotKeep');
  const lookForNewer = keepOffline(() => kiosk.stale());
  const kiosk = new Kiosk(store, code, first, show, lookForNewer);
  await kiosk.start();
  // The lock is held for as long as the page is open.
  await new Promise(() => undefined);
}

if (!/^[0-9a-z]{18}$/.test(code)) say('kiosk.noCode');
else if (!isSecureContext || !('serviceWorker' in navigator) || !('locks' in navigator)) say('kiosk.insecure');
else {
  say('kiosk.elsewhere'); // until this window has the device to itself
  void navigator.locks.request('nujoom kiosk', start);
}
