import { useState } from 'react';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';

/** Throws an interview away, once it was asked whether that is meant. */
export function DropButton({ onDrop }: { readonly onDrop: () => Promise<void> }) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="plain" onClick={() => setAsking(true)}>
        <Icon name="bin" />
        <span>{say('interview.drop')}</span>
      </button>
      {isAsking && (
        <ConfirmDialog
          title={say('interview.drop.title')}
          confirm={say('interview.drop')}
          onConfirm={async () => {
            await onDrop();
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{say('interview.drop.lead')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
