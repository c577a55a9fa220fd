import { useEffect, useMemo, useState } from 'react';
import { optionsInOrder, type InterviewCampaign } from '#campaigns';
import { scalesOf, type Instrument } from '#instruments';
import { FillingContext, timesOfNoDay, type Filling } from '../filling/filling.js';
import { useForm } from '../filling/use-form.js';
import { TurnBar } from '../filling/turn-bar.js';
import { useKept, type KeptWhere } from '../filling/use-kept.js';
import { usePages } from '../filling/use-pages.js';
import { useLanguage } from '../parts/language.js';
import type { Interview } from '../store/interview-model.js';
import type { TabletStore } from '../store/model.js';
import { askedOfPeople } from './asked-of-people.js';
import { InterviewEnd } from './interview-end.js';
import { InterviewHead } from './interview-head.js';
import { QuestionPage } from './question-page.js';

const nothing: ReadonlySet<string> = new Set();
const noNotes: Filling['notes'] = new Map();

const interviews: KeptWhere<Interview> = {
  save: (store, interview) => store.interviews.save(interview),
  among: (state) => state.interviews.begun,
};

/** One interview while it is held: a question at a time, each change kept at once. */
export function InterviewPage({ store, campaign, instrument, opened, ...on }: InterviewPageProps) {
  const { say, word } = useLanguage();
  const { keeper, draft, saving } = useKept(store, opened, interviews);
  const form = useForm(instrument, draft.sheet, { noted: nothing, shown: askedOfPeople, page: 'item' });
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
          saving={saving}
          at={place}
          of={form.pages.length - 1}
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
        <footer className="dock">
          <TurnBar
            place={place}
            count={form.pages.length}
            next={say('tablet.next')}
            onTurn={(to) => (to === 'next' ? next() : turn('previous'))}
          />
        </footer>
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
