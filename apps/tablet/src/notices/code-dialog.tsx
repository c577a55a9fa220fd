import { useState } from 'react';
import { CodeForm } from '../enrol/code-form.js';
import { Dialog } from '../parts/dialog.js';
import { useLanguage } from '../parts/language.js';
import { ServerRefusal } from '../server/refusals.js';
import type { Tablet } from '../tablet.js';

/** A new code for notes that are open: they stay as they are, and can be sent again. */
export function CodeDialog({ tablet, onClose }: { readonly tablet: Tablet; readonly onClose: () => void }) {
  const { say } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const renew = async (code: string) => {
    setBusy(true);
    try {
      await tablet.renew(code);
      onClose();
    } catch (error) {
      setFault(error instanceof ServerRefusal ? error.detail : say('tablet.enrol.unreachable'));
      setBusy(false);
    }
  };
  return (
    <Dialog title={say('tablet.enrol.title')} onClose={onClose}>
      <CodeForm busy={busy} fault={fault} onCode={(code) => void renew(code)} />
      <button type="button" className="gate-link" onClick={onClose}>
        {say('tablet.close')}
      </button>
    </Dialog>
  );
}
