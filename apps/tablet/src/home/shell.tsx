import '../style/index.css';
import { useCallback, useEffect, useState } from 'react';
import { useTabletState } from '../parts/use-store.js';
import type { Draft, TabletStore } from '../store/model.js';
import { Capture } from '../capture/capture.js';
import { CannotOpen } from './cannot-open.js';
import type { Said } from './home-parts.js';
import { Home } from './home.js';

/** All that a shopper works with once the tablet is open: the home screen, or one visit. Needs a LanguageProvider around it. */
export function Shell({ store }: { readonly store: TabletStore }) {
  const state = useTabletState(store);
  const [opened, setOpened] = useState<Draft | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  // The device's own way back leads home, not out of the application.
  useEffect(() => {
    const home = () => setOpened(null);
    addEventListener('popstate', home);
    return () => removeEventListener('popstate', home);
  }, []);
  const open = useCallback((draft: Draft) => {
    history.pushState({ visit: true }, '');
    setSaid(null);
    setOpened(draft);
  }, []);
  const leave = useCallback(() => history.back(), []);

  if (!opened) return <Home store={store} state={state} said={said} onSaid={setSaid} onOpen={open} />;
  const assignment = state.work?.assignments.find(({ id }) => id === opened.assignment);
  const instrument = state.work?.instruments.find(
    ({ code, version }) => code === assignment?.instrument.code && version === assignment.instrument.version,
  );
  if (!assignment || !instrument) return <CannotOpen onLeave={leave} />;
  return (
    <Capture
      key={opened.id}
      store={store}
      assignment={assignment}
      instrument={instrument}
      opened={opened}
      onLeave={leave}
      onFinished={() => {
        setSaid('finished');
        leave();
      }}
    />
  );
}
