import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { useLanguage } from './language.js';

/** Asks once more before something that cannot simply be taken back. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { say } = useLanguage();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const run = async () => {
    setState('busy');
    try {
      await onConfirm();
    } catch {
      setState('failed');
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {state === 'failed' && (
        <p className="fault" role="alert">
          {say('tablet.failed')}
        </p>
      )}
      <div className="actions">
        <button type="button" className="plain" onClick={onClose}>
          {say('tablet.cancel')}
        </button>
        <button type="button" className="primary" disabled={state === 'busy'} onClick={() => void run()}>
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}
