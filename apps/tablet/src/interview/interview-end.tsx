import { useState } from 'react';
import { elsewhere, toMend } from '../filling/finish-list.js';
import { MendList } from '../filling/mend-list.js';
import type { SheetKeeper } from '../filling/sheet-keeper.js';
import { askedOnly } from '../filling/unasked.js';
import type { Form } from '../filling/use-form.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { Interview } from '../store/interview-model.js';
import type { TabletStore } from '../store/model.js';

/** The end of an interview: what is still to be looked at, or the button that hands it to the outbox. */
export function InterviewEnd({ form, store, keeper, onJump, onFinished }: InterviewEndProps) {
  const { say } = useLanguage();
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open');
  const mend = toMend(form.sections, form.troublesAt);
  const strange = elsewhere(form.sections, form.troubles);
  const count = mend.length + strange.length;
  const finish = async () => {
    setState('busy');
    try {
      keeper.change((old) => ({ ...old, sheet: askedOnly(form.compiled, old.sheet).sheet }));
      await keeper.settled();
      await store.interviews.finish(keeper.current.draft);
      onFinished();
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <h2 tabIndex={-1} data-page-heading className="page-heading">
        {say('interview.last')}
      </h2>
      {count > 0 ? (
        <MendList mend={mend} strange={strange} title={say('interview.missing', { count })} onJump={onJump} />
      ) : (
        <section className="last-word">
          <p>{say('interview.last.lead')}</p>
          {state === 'failed' && (
            <p className="fault" role="alert">
              {say('tablet.trouble.failed')}
            </p>
          )}
          <button type="button" className="primary wide" disabled={state === 'busy'} onClick={() => void finish()}>
            <Icon name="check" />
            {say('interview.finish')}
          </button>
        </section>
      )}
    </>
  );
}

interface InterviewEndProps {
  readonly form: Form;
  readonly store: TabletStore;
  readonly keeper: SheetKeeper<Interview>;
  readonly onJump: (path: string) => void;
  readonly onFinished: () => void;
}
