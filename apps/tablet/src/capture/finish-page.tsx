import { useId, useState } from 'react';
import type { DeviceAssignment } from '#fieldwork';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { typedDirection } from '../parts/typed-direction.js';
import { PlaceCard } from '../stamps/place-card.js';
import { StampBar, useStampText } from '../stamps/stamp-bar.js';
import { withoutLoosePhotos } from './draft-changes.js';
import { useVisit } from './visit-filling.js';
import { elsewhere, toMend } from '../filling/finish-list.js';
import { MendList } from '../filling/mend-list.js';
import { askedOnly } from '../filling/unasked.js';
import type { Form } from '../filling/use-form.js';

/** The end of a visit: what is missing, with the way there; or, when nothing is, the last word. */
export function FinishPage({ form, assignment, onJump, onFinished }: FinishPageProps) {
  const { say, word } = useLanguage();
  const { draft } = useVisit();
  const shown = useStampText();
  const mend = toMend(form.sections, form.troublesAt);
  const strange = elsewhere(form.sections, form.troubles);
  const isClean = mend.length + strange.length === 0;
  return (
    <>
      <StampBar />
      <h2 tabIndex={-1} data-page-heading className="page-heading">
        {say('tablet.finish')}
      </h2>
      <p className="soft">{word(assignment.scenario.title)}</p>
      <PlaceCard when="start" stays />
      <PlaceCard when="end" stays />
      {draft.stamps.end === undefined && (
        <p className="hint">
          <Icon name="clock" />
          {say('tablet.finish.noEnd', { stamp: shown('end') })}
        </p>
      )}
      {isClean ? (
        <LastWord form={form} onFinished={onFinished} />
      ) : (
        <MendList
          mend={mend}
          strange={strange}
          title={say('tablet.finish.missing', { count: mend.length + strange.length })}
          onJump={onJump}
        />
      )}
    </>
  );
}

/** Nothing is missing: the reason of a revision, what goes, and the button that locks the visit. */
function LastWord({ form, onFinished }: Pick<FinishPageProps, 'form' | 'onFinished'>) {
  const { say } = useLanguage();
  const { store, draft, change, latest, settled } = useVisit();
  const [step, setStep] = useState<'open' | 'noReason' | 'confirm'>('open');
  const reason = useId();
  const needsReason = draft.replaces !== undefined;
  const { dropped } = askedOnly(form.compiled, draft.sheet);
  const finish = async () => {
    const { sheet } = askedOnly(form.compiled, latest().sheet);
    change((old) => withoutLoosePhotos({ ...old, sheet }));
    await settled();
    await store.finish(latest());
    onFinished();
  };
  return (
    <section className="last-word">
      <p className="all-there">
        <Icon name="done" />
        {say('tablet.finish.clean')}
      </p>
      {dropped.length > 0 && <p>{say('tablet.finish.dropped', { count: dropped.length })}</p>}
      {needsReason && (
        <div className="beside">
          <label htmlFor={reason}>{say('tablet.finish.reason')}</label>
          <textarea
            id={reason}
            dir={typedDirection(draft.reason ?? '')}
            rows={3}
            maxLength={4_000}
            value={draft.reason ?? ''}
            aria-invalid={step === 'noReason'}
            aria-describedby={step === 'noReason' ? `${reason}-missing` : undefined}
            onChange={(event) => {
              setStep('open');
              change((old) => ({ ...old, reason: event.target.value }));
            }}
          />
          {step === 'noReason' && (
            <p id={`${reason}-missing`} className="fault" role="alert">
              {say('tablet.reasonMissing')}
            </p>
          )}
        </div>
      )}
      <button
        type="button"
        className="primary wide"
        onClick={() => setStep(needsReason && (draft.reason ?? '').trim() === '' ? 'noReason' : 'confirm')}
      >
        <Icon name="lock" />
        {say('tablet.finish.do')}
      </button>
      {step === 'confirm' && (
        <ConfirmDialog
          title={say('tablet.finish.sure')}
          confirm={say('tablet.finish.do')}
          onConfirm={finish}
          onClose={() => setStep('open')}
        >
          <p>{say('tablet.finish.locks')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

interface FinishPageProps {
  readonly form: Form;
  readonly assignment: DeviceAssignment;
  readonly onJump: (path: string) => void;
  readonly onFinished: () => void;
}
