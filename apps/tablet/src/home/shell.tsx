import '../style/index.css';
import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { useTabletState } from '../parts/use-store.js';
import type { Draft, TabletStore } from '../store/model.js';
import { Capture } from '../capture/capture.js';
import { InterviewFlow } from '../interview/interview-flow.js';
import type { InterviewStep } from '../interview/steps.js';
import { CannotOpen } from '../parts/cannot-open.js';
import type { Said } from './home-parts.js';
import { Home } from './home.js';

type Opened = { readonly visit: Draft } | { readonly interview: InterviewStep };

/** All that a shopper works with once the tablet is open: the home screen, one visit, or interviews. Needs a LanguageProvider around it. */
export function Shell({ store }: { readonly store: TabletStore }) {
  const { say } = useLanguage();
  const state = useTabletState(store);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  // The device's own way back leads home, not out of the application.
  useEffect(() => {
    const home = () => setOpened(null);
    addEventListener('popstate', home);
    return () => removeEventListener('popstate', home);
  }, []);
  const open = useCallback((what: Opened) => {
    history.pushState({ visit: true }, '');
    setSaid(null);
    setOpened(what);
  }, []);
  const leave = useCallback(() => history.back(), []);

  if (!opened) {
    const onOpen = (visit: Draft) => open({ visit });
    const onInterview = (interview: InterviewStep) => open({ interview });
    return <Home {...{ store, state, said, onOpen, onInterview }} onSaid={setSaid} />;
  }
  if ('interview' in opened) {
    const dropped = () => {
      setSaid('interviewDropped');
      leave();
    };
    return <InterviewFlow store={store} state={state} first={opened.interview} onLeave={leave} onDropped={dropped} />;
  }
  const { visit } = opened;
  const assignment = state.work?.assignments.find(({ id }) => id === visit.assignment);
  const instrument = state.work?.instruments.find(
    ({ code, version }) => code === assignment?.instrument.code && version === assignment.instrument.version,
  );
  if (!assignment || !instrument)
    return <CannotOpen title={say('tablet.cannotOpen')} lead={say('tablet.cannotOpen.lead')} onLeave={leave} />;
  return (
    <Capture
      key={visit.id}
      store={store}
      assignment={assignment}
      instrument={instrument}
      opened={visit}
      onLeave={leave}
      onFinished={() => {
        setSaid('finished');
        leave();
      }}
    />
  );
}
