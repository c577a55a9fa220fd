import type { DeviceAssignment } from '#fieldwork';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import type { Draft } from '../store/model.js';
import { DeclineButton } from './decline-button.js';
import type { HomeParts } from './home-parts.js';
import { Brief, VisitHead } from './visit-head.js';

/** A visit that was begun: it goes on where it was left, also after the tablet died. */
export function DraftCard({ draft, assignment, ...parts }: DraftCardProps) {
  const { say } = useLanguage();
  const { state, now, onOpen } = parts;
  const saved = say('tablet.draft.saved', { age: ageText(say, draft.changedAt, now), photos: draft.photos.length });
  if (!assignment) {
    return (
      <li className="card">
        <h3>{say('tablet.draft.orphan')}</h3>
        <p>{say('tablet.cannotOpen.lead')}</p>
        <p className="soft">{saved}</p>
      </li>
    );
  }
  return (
    <li className="card">
      <VisitHead assignment={assignment} timeZone={state.work?.timeZone ?? 'UTC'} now={now} />
      <p className="soft">{saved}</p>
      <Brief assignment={assignment} />
      <div className="actions">
        <DeclineButton {...parts} assignment={assignment} />
        <button type="button" className="primary" onClick={() => onOpen(draft)}>
          {say('tablet.continue')}
        </button>
      </div>
    </li>
  );
}

interface DraftCardProps extends HomeParts {
  readonly draft: Draft;
  readonly assignment: DeviceAssignment | null;
}
