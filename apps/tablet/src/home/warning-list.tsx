import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { Exported } from '../store/model.js';
import { warningsOf, type Warning } from '../store/warnings.js';
import type { HomeParts } from './home-parts.js';

type Told = Exclude<Warning, 'unsavedFull' | 'unsavedFailed' | 'signInNeeded'>;
/** The others are told above every screen. */
const isTold = (warning: Warning): warning is Told =>
  warning !== 'unsavedFull' && warning !== 'unsavedFailed' && warning !== 'signInNeeded';

/** What the shopper has to be warned of, with what to do about it. */
export function Warnings({ store, state, now, run }: HomeParts) {
  const { say } = useLanguage();
  const [exported, setExported] = useState<Exported | null>(null);
  const warnings = warningsOf(state, now);
  const told = warnings.filter(isTold);
  // Without a valid token an export is a way out, but no urgent one.
  const mayExport =
    warnings.some((one) => one !== 'signInNeeded' && one !== 'interviewsWaited') &&
    state.drafts.length + state.waiting.length > 0;
  if (told.length === 0 && !mayExport) return null;
  return (
    <section className="warnings" aria-label={say('tablet.warnings')}>
      {told.map((warning) => (
        <p key={warning} className="warning">
          <Icon name="warning" />
          {say(`tablet.warning.${warning}`)}
        </p>
      ))}
      {mayExport && (
        <div className="actions">
          <button type="button" onClick={() => void run(async () => setExported(await store.exportUnsent()))}>
            {say('tablet.export')}
          </button>
        </div>
      )}
      {exported && <ExportDialog exported={exported} onClose={() => setExported(null)} />}
    </section>
  );
}

/** The password is told once, beside the file that it opens. */
function ExportDialog({
  exported: { file, name, password },
  onClose,
}: {
  readonly exported: Exported;
  readonly onClose: () => void;
}) {
  const { say } = useLanguage();
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser reads the file after the click; a minute is plenty.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <Dialog title={say('tablet.export')} onClose={onClose}>
      <p>{say('tablet.export.lead')}</p>
      <p className="password">
        <bdi dir="ltr">{password}</bdi>
      </p>
      <div className="actions">
        <button type="button" className="plain" onClick={onClose}>
          {say('tablet.close')}
        </button>
        <button type="button" className="primary" onClick={save}>
          {say('tablet.export.save')}
        </button>
      </div>
    </Dialog>
  );
}
