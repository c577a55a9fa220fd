import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeviceAssignment } from '#fieldwork';
import { scalesOf, type Instrument } from '#instruments';
import { useLanguage } from '../parts/language.js';
import { useTabletState } from '../parts/use-store.js';
import type { Draft, TabletStore } from '../store/model.js';
import { CaptureHead } from './capture-head.js';
import { isCovertWished } from './covert.js';
import { Dock } from './dock.js';
import { FillingContext, type Filling } from './filling.js';
import { FinishPage } from './finish-page.js';
import { JumpList } from './jump-list.js';
import type { Notice } from './notice.js';
import { OpenPage } from './open-page.js';
import { reviewNotesOf } from './review-notes.js';
import { useForm } from './use-form.js';
import { useKeptDraft } from './use-kept-draft.js';
import { usePages } from './use-pages.js';
import { useSwipe } from './use-swipe.js';

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
  const form = useForm(instrument, draft.sheet, noted);
  const { place, page, turn, jump, go } = usePages(form.pages, opened.page, keeper);
  const [covert, setCovert] = useState(isCovertWished);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const seenFinish = useRef(false);
  if (page.kind === 'finish') seenFinish.current = true;
  const swipe = useSwipe(direction, turn);
  useEffect(() => setNotice(null), [page.key]);

  const title = covert ? say('tablet.app') : word(assignment.centre.name);

  const filling: Filling = {
    store,
    instrument,
    scales: useMemo(() => scalesOf(instrument), [instrument]),
    draft,
    change: (change) => keeper.change(change),
    latest: () => keeper.current.draft,
    settled: () => keeper.settled(),
    troubles: form.troublesAt,
    tellsMissing: seenFinish.current,
    notes: notes.at,
    covert,
    tell: setNotice,
  };
  return (
    <FillingContext.Provider value={filling}>
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
              <OpenPage page={page} isFirst={place === 0} returned={assignment.returned} notes={notes} onJump={jump} />
            )}
          </div>
        </main>
        <Dock pages={form.pages} place={place} notice={notice} onTurn={turn} />
        {isListOpen && (
          <JumpList form={form} page={page} notes={notes} onGo={go} onJump={jump} onClose={() => setListOpen(false)} />
        )}
      </div>
    </FillingContext.Provider>
  );
}

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
