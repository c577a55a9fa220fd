import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Language } from '#contract';
import { Enrol } from './enrol/enrol.js';
import { PlainScreen } from './enrol/plain-screen.js';
import { Unlock } from './enrol/unlock.js';
import type { AppUpdate } from './notices/app-update.js';
import { OpenNotes } from './open-notes.js';
import { LanguageProvider } from './parts/language.js';
import type { Stage } from './stage.js';
import type { Tablet } from './tablet.js';

/** The whole application: which screen is shown follows from where the tablet stands. */
export function App({ tablet, update, language: first, onLanguage }: AppProps) {
  const [language, setLanguage] = useState(first);
  const change = useCallback(
    (next: Language) => {
      setLanguage(next);
      onLanguage(next);
    },
    [onLanguage],
  );
  const subscribe = useCallback((changed: () => void) => tablet.subscribe(changed), [tablet]);
  const stage = useSyncExternalStore(subscribe, () => tablet.stage);
  return (
    <LanguageProvider language={language} onLanguage={change}>
      <Shown tablet={tablet} stage={stage} update={update} />
    </LanguageProvider>
  );
}

export interface AppProps {
  readonly tablet: Tablet;
  readonly update: AppUpdate | null;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function Shown({ tablet, stage, update }: Pick<AppProps, 'tablet' | 'update'> & { readonly stage: Stage }) {
  const { code } = tablet;
  switch (stage.kind) {
    case 'starting':
      return null;
    case 'new':
      return <Enrol key={code} tablet={tablet} code={code} />;
    case 'locked':
      return <Unlock key={code} tablet={tablet} wrongTries={stage.wrongTries} code={code} />;
    case 'open':
      return <OpenNotes tablet={tablet} store={stage.store} aside={stage.aside} update={update} />;
    case 'wiped':
    case 'unusable':
      return <PlainScreen about={stage.kind} />;
  }
}
