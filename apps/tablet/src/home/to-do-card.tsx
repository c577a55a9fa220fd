import type { DeviceAssignment } from '#fieldwork';
import { useLanguage } from '../parts/language.js';
import { DeclineButton } from './decline-button.js';
import type { HomeParts } from './home-parts.js';
import { Brief, VisitHead } from './visit-head.js';

/** A visit that was not begun: it is taken on or given back, read, and begun. */
export function ToDoCard({ assignment, ...parts }: HomeParts & { readonly assignment: DeviceAssignment }) {
  const { say } = useLanguage();
  const { store, state, now, run, onOpen } = parts;
  const { id } = assignment;
  const isNew = assignment.state === 'assigned';
  return (
    <li className="card">
      <VisitHead assignment={assignment} timeZone={state.work?.timeZone ?? 'UTC'} now={now} />
      <Brief assignment={assignment} />
      <div className="actions">
        <DeclineButton {...parts} assignment={assignment} />
        {isNew ? (
          <button type="button" className="primary" onClick={() => void run(() => store.accept(id), 'accepted')}>
            {say('tablet.accept')}
          </button>
        ) : (
          <button type="button" className="primary" onClick={() => void run(async () => onOpen(await store.begin(id)))}>
            {say('tablet.begin')}
          </button>
        )}
      </div>
    </li>
  );
}
