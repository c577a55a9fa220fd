import { useEffect, useMemo, useState } from 'react';
import { optionsInOrder, type InterviewCampaign } from '#campaigns';
import { scalesOf, type Instrument } from '#instruments';
import { FillingContext, timesOfNoDay, type Filling } from '../filling/filling.js';
import { useForm } from '../filling/use-form.js';
import { useKept } from '../filling/use-kept.js';
import { usePages } from '../filling/use-pages.js';
import { useLanguage } from '../parts/language.js';
import { useTabletState } from '../parts/use-store.js';
import type { Interview } from '../store/interview-model.js';
import type { TabletStore } from '../store/model.js';
import { askedOfPeople } from './asked-of-people.js';
import { InterviewDock } from './interview-dock.js';
import { InterviewEnd } from './interview-end.js';
import { InterviewHead } from './interview-head.js';
import { QuestionPage } from './question-page.js';

const nothing: ReadonlySet<string> = new Set();
const noNotes: Filling['notes'] = new Map();

/** One interview while it is held: a question at a time, each change kept at once. */
export function InterviewPage({ store, campaign, instrument, opened, ...on }: InterviewPageProps) {
  const { word } = useLanguage();
  const { keeper, kept } = useKept(opened, {
    save: (interview) => store.interviews.save(interview),
    now: () => store.state.interviews.begun.find(({ id }) => id === opened.id),
    subscribe: (changed) => store.subscribe(changed),
  });
  // The store tries by itself what failed: once it holds nothing back, all is saved.
  const { unsaved } = useTabletState(store);
  const keeping = kept.keeping === 'failed' && unsaved === null ? 'saved' : kept.keeping;
  const form = useForm(instrument, kept.draft.sheet, { noted: nothing, shown: askedOfPeople, page: 'item' });
  const { place, page, turn, jump } = usePages(form.pages, opened.page, keeper);
  /** The page whose missing answers are told: somebody wanted to go on from it. */
  const [toldPage, setToldPage] = useState<string | null>(null);
  const tellsMissing = toldPage === page.key || page.kind === 'finish';
  useEffect(() => setToldPage(null), [page.key]);

  const filling: Filling = {
    instrument,
    scales: useMemo(() => scalesOf(instrument), [instrument]),
    ordered: (scale) => optionsInOrder(scale, campaign.scaleOrder),
    times: timesOfNoDay,
    change: (change) => keeper.change(change),
    troubles: form.troublesAt,
    tellsMissing,
    notes: noNotes,
    pictured: true,
    respondent: true,
    tell: () => undefined,
  };
  const next = () => {
    const spots = page.kind === 'finish' ? [] : page.kind === 'item' ? [page.spot] : page.asked.sets.flat();
    const wrong = spots.find(({ path }) => form.troublesAt.has(path));
    if (!wrong) return turn('next');
    setToldPage(page.key);
    jump(wrong.path);
  };
  return (
    <FillingContext.Provider value={filling}>
      <div className="capture">
        <InterviewHead
          {...on}
          title={word(campaign.title)}
          keeping={keeping}
          at={place}
          of={form.pages.length - 1}
          onRetry={() => void keeper.settled().catch(() => undefined)}
          onDrop={() => store.interviews.drop(opened.id)}
        />
        <main className="scroller">
          <div className="capture-main">
            {page.kind === 'finish' ? (
              <InterviewEnd form={form} store={store} keeper={keeper} onJump={jump} onFinished={on.onFinished} />
            ) : (
              <QuestionPage page={page} />
            )}
          </div>
        </main>
        <InterviewDock
          isFirst={place === 0}
          isLast={page.kind === 'finish'}
          onPrevious={() => turn('previous')}
          onNext={next}
        />
      </div>
    </FillingContext.Provider>
  );
}

interface InterviewPageProps {
  readonly store: TabletStore;
  readonly campaign: InterviewCampaign;
  readonly instrument: Instrument;
  /** The interview as it was when it was opened. */
  readonly opened: Interview;
  readonly onLeave: () => void;
  readonly onDropped: () => void;
  readonly onFinished: () => void;
}
