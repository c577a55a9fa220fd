import type { NotesDatabase } from '../store/database.js';

/**
 * Deletes everything of this application from the browser: the keys first, then what they open, the caches, the service
 * worker. Without its keys the rest is noise, also where the disk still holds it.
 */
export async function wipe(database: NotesDatabase): Promise<void> {
  await database.vaults.clear();
  await Promise.allSettled([database.delete(), deleteCaches(), unregister()]);
  localStorage.clear();
  sessionStorage.clear();
}

async function deleteCaches(): Promise<void> {
  if (typeof caches === 'undefined') return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function unregister(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
