import { useEffect, useMemo, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { DeviceAssignment } from '#fieldwork';
import { scalesOf, type Instrument } from '#instruments';
import { useLanguage } from '../parts/language.js';
import type { Draft, TabletStore } from '../store/model.js';
import { CaptureHead } from './capture-head.js';
import { isCovertWished } from './covert.js';
import { Dock } from './dock.js';
import { FillingContext, type Filling } from '../filling/filling.js';
import { VisitContext, type VisitFilling } from './visit-filling.js';
import { FinishPage } from './finish-page.js';
import { JumpList } from './jump-list.js';
import type { Notice } from '../filling/notice.js';
import { OpenPage } from './open-page.js';
import { reviewNotesOf } from './review-notes.js';
import { useForm } from '../filling/use-form.js';
import { useKept, type KeptWhere } from '../filling/use-kept.js';
import { usePages } from '../filling/use-pages.js';
import { useSwipe } from '../filling/use-swipe.js';

const drafts: KeptWhere<Draft> = {
  save: (store, draft) => store.save(draft),
  among: (state) => state.drafts,
};

/** One visit while it is filled. */
export function Capture({ store, assignment, instrument, opened, onLeave, onFinished }: CaptureProps) {
  const { say, word, direction } = useLanguage();
  const { keeper, draft, saving } = useKept(store, opened, drafts);
  const notes = useMemo(() => reviewNotesOf(assignment.returned), [assignment.returned]);
  const noted = useMemo(() => new Set(notes.at.keys()), [notes]);
  const form = useForm(instrument, draft.sheet, { noted, shown: all, page: 'section' });
  const { place, page, turn, jump, go } = usePages(form.pages, opened.page, keeper);
  const [covert, setCovert] = useState(isCovertWished);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const seenFinish = useRef(false);
  if (page.kind === 'finish') seenFinish.current = true;
  const swipe = useSwipe(direction, turn);
  useEffect(() => setNotice(null), [page.key]);

  const title = covert ? say('tablet.app') : word(assignment.centre.name);

  const visit: VisitFilling = {
    store,
    instrument,
    scales: useMemo(() => scalesOf(instrument), [instrument]),
    ordered: ({ options }) => options,
    draft,
    times: { day: draft.startedAt, timeZone: Temporal.Now.timeZoneId(), stamps: draft.stamps },
    change: (change) => keeper.change(change),
    latest: () => keeper.current.draft,
    settled: () => keeper.settled(),
    troubles: form.troublesAt,
    tellsMissing: seenFinish.current,
    notes: notes.at,
    covert,
    pictured: !covert,
    respondent: false,
    tell: setNotice,
  };
  const filling: Filling = visit;
  return (
    <FillingContext.Provider value={filling}>
      <VisitContext.Provider value={visit}>
        <div className="capture" data-covert={covert}>
          <CaptureHead
            title={title}
            saving={saving}
            form={form}
            page={page}
            covert={covert}
            onCovert={() => setCovert(!covert)}
            onList={() => setListOpen(true)}
            onLeave={onLeave}
          />
          <main className="scroller" {...swipe}>
            <div className="capture-main">
              {page.kind === 'finish' ? (
                <FinishPage form={form} assignment={assignment} onJump={jump} onFinished={onFinished} />
              ) : (
                <OpenPage
                  page={page}
                  isFirst={place === 0}
                  returned={assignment.returned}
                  notes={notes}
                  onJump={jump}
                />
              )}
            </div>
          </main>
          <Dock pages={form.pages} place={place} notice={notice} onTurn={turn} />
          {isListOpen && (
            <JumpList
              form={form}
              page={page}
              notes={notes}
              onGo={go}
              onJump={jump}
              onClose={() => setListOpen(false)}
            />
          )}
        </div>
      </VisitContext.Provider>
    </FillingContext.Provider>
  );
}

const all = <Sections,>(sections: Sections) => sections;

export interface CaptureProps {
  readonly store: TabletStore;
  readonly assignment: DeviceAssignment;
  readonly instrument: Instrument;
  /** The draft as it was when it was opened. */
  readonly opened: Draft;
  readonly onLeave: () => void;
  /** It was handed to the outbox; the number tells how many answers were dropped as no longer asked. */
  readonly onFinished: () => void;
}
