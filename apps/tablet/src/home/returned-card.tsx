import type { DeviceAssignment } from '#fieldwork';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import type { Draft } from '../store/model.js';
import type { HomeParts } from './home-parts.js';
import { Brief, VisitHead } from './visit-head.js';

/** A visit that came back to be mended, with the reviewer's words. */
export function ReturnedCard({ assignment, draft, store, state, now, run, onOpen }: ReturnedCardProps) {
  const { say } = useLanguage();
  const { returned } = assignment;
  const beside = returned?.notes.filter(({ item }) => item !== null).length ?? 0;
  return (
    <li className="card card-returned">
      <VisitHead assignment={assignment} timeZone={state.work?.timeZone ?? 'UTC'} now={now} />
      {returned && (
        <div className="review-note">
          <strong>
            <Icon name="warning" />
            {say('tablet.returned.by', { age: ageText(say, returned.returnedAt, now) })}
          </strong>
          <p dir="auto">{returned.reason}</p>
          {beside > 0 && <p>{say('tablet.returned.notes', { count: beside })}</p>}
        </div>
      )}
      <Brief assignment={assignment} />
      <div className="actions">
        <button
          type="button"
          className="primary"
          onClick={() => void run(async () => onOpen(draft ?? (await store.begin(assignment.id))))}
        >
          {draft ? say('tablet.continue') : say('tablet.mend')}
        </button>
      </div>
    </li>
  );
}

interface ReturnedCardProps extends HomeParts {
  readonly assignment: DeviceAssignment;
  readonly draft: Draft | null;
}
