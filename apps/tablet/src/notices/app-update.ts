/** A new version of this application that waits to be used. */
export interface AppUpdate {
  /** Uses it: every tab is loaded anew. */
  apply(): void;
}

const lookAgainMs = 3_600_000;

/**
 * Keeps the application for when there is no network, and tells when a new version is there. It is used when somebody
 * says so: never in the middle of something.
 */
export function watchForUpdates(found: (update: AppUpdate) => void): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  // The first version takes over nothing: only where one served before, the page is an old one.
  const hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) location.reload();
  });
  serviceWorker
    .register(`${import.meta.env.BASE_URL}sw.js`, { scope: import.meta.env.BASE_URL, updateViaCache: 'none' })
    .then((registration) => watch(registration, found))
    .catch(() => undefined); // no network at the very first start, or storage is full: tried again at the next start
}

function watch(registration: ServiceWorkerRegistration, found: (update: AppUpdate) => void): void {
  const tell = () => {
    const { waiting, active } = registration;
    // The very first one waits for a moment too: it is no newer than the page.
    if (waiting && active) found({ apply: () => replaceBy(waiting) });
  };
  tell();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
  setInterval(() => void registration.update().catch(() => undefined), lookAgainMs);
}

/** Tabs that the old version served hear of the change by themselves; one that was loaded before any of them does not. */
function replaceBy(waiting: ServiceWorker): void {
  waiting.addEventListener('statechange', () => waiting.state === 'activated' && location.reload());
  waiting.postMessage({ type: 'SKIP_WAITING' });
}
