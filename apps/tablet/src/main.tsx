import './style/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { textsIn, type Language } from '#contract';
import { App } from './app.js';
import { chosenLanguage, keepLanguage, showManifest } from './chosen-language.js';
import { takeEnrolSecret } from './enrol/enrol-secret.js';
import { watchForUpdates, type AppUpdate } from './notices/app-update.js';
import { Tablet } from './tablet.js';

let language = chosenLanguage();
let update: AppUpdate | null = null;
const tablet = new Tablet({ version: __APP_VERSION__, language: () => language });
const root = createRoot(document.getElementById('root') ?? document.body);

function changeLanguage(next: Language): void {
  language = next;
  keepLanguage(next);
  document.title = textsIn(next)('tablet.app');
}

function show(): void {
  root.render(
    <StrictMode>
      <App tablet={tablet} update={update} language={language} onLanguage={changeLanguage} />
    </StrictMode>,
  );
}

/** While nothing is open nothing can be lost: a new version is used at once. */
async function applyUpdateWhileClosed(): Promise<void> {
  if (update && (await tablet.mayReload())) update.apply();
}

function takeCode(): void {
  // What is wiped begins anew; the code is still in the address.
  if (tablet.stage.kind === 'wiped') return location.reload();
  const code = takeEnrolSecret();
  if (code !== null) tablet.bring(code);
}

showManifest(language);
document.title = textsIn(language)('tablet.app');
tablet.subscribe(() => void applyUpdateWhileClosed());
addEventListener('hashchange', takeCode);
watchForUpdates((found) => {
  update = found;
  void applyUpdateWhileClosed();
  show();
});
takeCode();
show();
// For drills with many visits: it is in no build but theirs (see test/tablet).
if (import.meta.env.MODE === 'drill') Object.assign(globalThis, { tablet });
void tablet.start();
