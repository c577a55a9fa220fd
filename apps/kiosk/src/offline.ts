const base = '/kiosk/';

/**
 * Keeps the application for when there is no network. A newer version takes over by itself; `stale` is told, so that the page
 * is loaded anew when nobody is in the middle of anything. Comes back with what looks for one.
 */
export function keepOffline(stale: () => void): () => void {
  const { serviceWorker } = navigator;
  // The first version takes over nothing: only where one served before, the page is an old one.
  const hadOne = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => hadOne && stale());
  const registered = serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' }).catch(() => null); // no network at the very first start: tried again at the next one
  return () => void registered.then((registration) => registration?.update()).catch(() => undefined);
}
