import { useState } from 'react';
import type { DeviceAssignment } from '#fieldwork';
import { sizeOf } from '../parts/bytes.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import type { Waiting } from '../store/model.js';
import type { HomeParts } from './home-parts.js';
import { RefusedWords } from './refused-words.js';

/** A finished visit on its way: locked, with how far it is, or why it does not go and what to do. */
export function WaitingCard({ waiting, assignment, store, state, now, run, onOpen }: WaitingCardProps) {
  const { say, word } = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const { id, holdup, finishedAt } = waiting;
  const sending = state.sending?.id === id ? state.sending : null;
  return (
    <li className="card">
      <h3>{assignment ? word(assignment.centre.name) : say('tablet.draft.orphan')}</h3>
      <p className="soft">
        <Icon name="lock" /> {say('tablet.waiting.since', { age: ageText(say, finishedAt, now), tries: waiting.tries })}
      </p>
      {sending ? <Progress bytes={sending.bytes} of={sending.of} /> : <Across waiting={waiting} />}
      {holdup?.kind === 'refused' && <RefusedWords refusal={holdup} next={say('tablet.refused.next')} now={now} />}
      {holdup?.kind === 'offline' && !sending && <p className="soft">{say('tablet.waiting.offline')}</p>}
      <div className="actions">
        <button type="button" className="plain" onClick={() => setEditing(true)}>
          {say('tablet.edit')}
        </button>
        {holdup?.kind === 'refused' && (
          <button type="button" className="primary" onClick={() => void run(() => store.retry(id))}>
            {say('tablet.retry')}
          </button>
        )}
      </div>
      {isEditing && (
        <ReasonDialog
          title={say('tablet.edit.title')}
          lead={say('tablet.edit.lead')}
          confirm={say('tablet.edit')}
          onConfirm={async (reason) => {
            await run(async () => onOpen(await store.reopen(id, reason)));
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  );
}

function Progress({ bytes, of }: { readonly bytes: number; readonly of: number }) {
  const { say } = useLanguage();
  const sized = (amount: number) => {
    const size = sizeOf(amount);
    return say(`tablet.size.${size.unit}`, { amount: size.amount });
  };
  const text = say('tablet.sending', { done: sized(bytes), all: sized(of) });
  return (
    <div className="sending">
      <p>{text}</p>
      <progress max={Math.max(1, of)} value={bytes} aria-label={text} />
    </div>
  );
}

/** How many photos are across already: they are not sent again. */
function Across({ waiting: { files } }: { readonly waiting: Waiting }) {
  const { say } = useLanguage();
  if (files.length === 0) return null;
  const across = files.filter(({ bytes, sentBytes }) => sentBytes >= bytes).length;
  return <p className="soft">{say('tablet.waiting.photos', { across, count: files.length })}</p>;
}

interface WaitingCardProps extends HomeParts {
  readonly waiting: Waiting;
  readonly assignment: DeviceAssignment | null;
}
