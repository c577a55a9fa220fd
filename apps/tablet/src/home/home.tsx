import { useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { useNow } from '../parts/use-now.js';
import type { InterviewStep } from '../interview/steps.js';
import { hasInterviewWork } from '../interview/open-surveys.js';
import { SurveyList } from '../interview/survey-list.js';
import type { Draft, TabletState, TabletStore } from '../store/model.js';
import { storeTrouble } from './store-trouble.js';
import { ContactLine, OfflineBanner } from './contact-line.js';
import { CovertWish } from './covert-wish.js';
import { Counts } from './home-counts.js';
import { HomeHead } from './home-head.js';
import { HomeLists } from './home-lists.js';
import type { HomeParts, Said } from './home-parts.js';
import { listsOf } from './lists.js';
import { RefreshBar } from './refresh-bar.js';
import { Warnings } from './warning-list.js';

/** Where a shopper begins: what is to be done, what waits, and how the tablet and the office stand. */
export function Home({ store, state, said, onSaid, onOpen, onInterview }: HomeProps) {
  const { say } = useLanguage();
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const run: HomeParts['run'] = async (task, then) => {
    try {
      await task();
      onSaid(then ?? null);
      return true;
    } catch (error) {
      onSaid({ trouble: say(storeTrouble(error)) });
      return false;
    }
  };
  const parts: HomeParts = { store, state, now, onOpen, onInterview, run };
  const hasSurveys = hasInterviewWork(state.interviews, now);
  const lists = listsOf(state);
  return (
    <div className="home">
      <HomeHead store={store} />
      <main className="scroller">
        <div className="home-main">
          <SaidLine said={said} />
          <OfflineBanner state={state} now={now} />
          <Warnings {...parts} />
          <Counts lists={lists} state={state} now={now} />
          {hasSurveys && <SurveyList {...parts} />}
          <HomeLists {...parts} lists={lists} />
          {!hasSurveys && <SurveyList {...parts} />}
          <CovertWish />
        </div>
      </main>
      <footer className="dock">
        <ContactLine state={state} now={now} />
        <RefreshBar
          isBusy={isBusy}
          onRefresh={() => {
            setBusy(true);
            void run(() => store.refresh()).finally(() => setBusy(false));
          }}
        />
      </footer>
    </div>
  );
}

function SaidLine({ said }: { readonly said: Said | null }) {
  const { say } = useLanguage();
  const isTrouble = typeof said === 'object' && said !== null;
  return (
    <div role="status" className="said" data-tone={isTrouble ? 'bad' : 'plain'}>
      {said && (isTrouble ? said.trouble : say(`tablet.said.${said}`))}
    </div>
  );
}

interface HomeProps {
  readonly store: TabletStore;
  readonly state: TabletState;
  readonly said: Said | null;
  readonly onSaid: (said: Said | null) => void;
  readonly onOpen: (draft: Draft) => void;
  readonly onInterview: (first: InterviewStep) => void;
}
