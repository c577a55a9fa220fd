import { useId, useState } from 'react';
import { Dialog } from './dialog.js';
import { useLanguage } from './language.js';
import { typedDirection } from './typed-direction.js';

/** Asks for a reason in words before something is done. It stays open, with what was typed, when doing it fails. */
export function ReasonDialog({ title, lead, confirm, onConfirm, onClose }: ReasonDialogProps) {
  const { say } = useLanguage();
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<'missing' | 'failed' | null>(null);
  const field = useId();
  const submit = async () => {
    if (reason.trim() === '') return setTrouble('missing');
    try {
      await onConfirm(reason.trim());
    } catch {
      setTrouble('failed');
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{lead}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label htmlFor={field}>{say('tablet.reason')}</label>
        <textarea
          id={field}
          dir={typedDirection(reason)}
          rows={3}
          maxLength={4_000}
          value={reason}
          aria-invalid={trouble === 'missing'}
          aria-describedby={trouble ? `${field}-trouble` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {trouble && (
          <p id={`${field}-trouble`} className="fault" role="alert">
            {trouble === 'missing' ? say('tablet.reasonMissing') : say('tablet.failed')}
          </p>
        )}
        <div className="actions">
          <button type="button" className="plain" onClick={onClose}>
            {say('tablet.cancel')}
          </button>
          <button type="submit" className="primary">
            {confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export interface ReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  /** The word on the button that does it. */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}
