import { useState } from 'react';
import type { DeviceAssignment } from '#fieldwork';
import { useLanguage } from '../parts/language.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import type { HomeParts } from './home-parts.js';

/** Gives a visit back to the office, with a reason. */
export function DeclineButton({ assignment, store, run }: DeclineButtonProps) {
  const { say, word } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="plain" onClick={() => setAsking(true)}>
        {say('tablet.decline')}
      </button>
      {isAsking && (
        <ReasonDialog
          title={say('tablet.decline.title', { centre: word(assignment.centre.name) })}
          lead={say('tablet.decline.lead')}
          confirm={say('tablet.decline')}
          onConfirm={async (reason) => {
            await run(() => store.decline(assignment.id, reason), 'declined');
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface DeclineButtonProps extends Pick<HomeParts, 'store' | 'run'> {
  readonly assignment: DeviceAssignment;
}
