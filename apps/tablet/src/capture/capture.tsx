import { useEffect, useMemo, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { DeviceAssignment } from '#fieldwork';
import { scalesOf, type Instrument } from '#instruments';
import { useLanguage } from '../parts/language.js';
import { useTabletState } from '../parts/use-store.js';
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
import { useKeptDraft } from './use-kept-draft.js';
import { usePages } from '../filling/use-pages.js';
import { useSwipe } from '../filling/use-swipe.js';

/** One visit while it is filled. */
export function Capture({ store, assignment, instrument, opened, onLeave, onFinished }: CaptureProps) {
  const { say, word, direction } = useLanguage();
  const { keeper, kept } = useKeptDraft(store, opened);
  const { draft } = kept;
  // The store tries by itself what failed: once it holds nothing back, all is saved.
  const { unsaved } = useTabletState(store);
  const keeping = kept.keeping === 'failed' && unsaved === null ? 'saved' : kept.keeping;
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
            keeping={keeping}
            onRetry={() => void keeper.settled().catch(() => undefined)}
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
