import type { DeviceAssignment } from '#fieldwork';
import { useLanguage } from '../parts/language.js';
import { dayText, dueStateOf } from '../parts/moments.js';

/** Where a visit goes, whose centre it is, and by when. */
export function VisitHead({ assignment, timeZone, now }: VisitHeadProps) {
  const { say, word, language } = useLanguage();
  const { centre, scenario, service, due } = assignment;
  const state = dueStateOf(due, timeZone, now);
  return (
    <>
      <h3>{word(centre.name)}</h3>
      <p className="soft">{word(centre.agency)}</p>
      <p>
        {service
          ? say('tablet.visit.about', { scenario: word(scenario.title), service: word(service) })
          : word(scenario.title)}
      </p>
      <p className="due" data-state={state}>
        <strong>{say(`tablet.due.${state}`)}</strong>{' '}
        {due.from === due.to
          ? dayText(due.from, language)
          : say('tablet.due.window', { from: dayText(due.from, language), to: dayText(due.to, language) })}
        {' · '}
        <bdi dir="ltr">{`${due.hourFrom}–${due.hourTo}`}</bdi>
      </p>
    </>
  );
}

/** What the shopper is to play: read before the visit, at home. */
export function Brief({ assignment }: { readonly assignment: DeviceAssignment }) {
  const { say, word } = useLanguage();
  return (
    <details className="brief">
      <summary>{say('tablet.brief')}</summary>
      <p className="brief-text">{word(assignment.scenario.brief)}</p>
      <p className="soft">{say(`tablet.brief.language.${assignment.language}`)}</p>
    </details>
  );
}

interface VisitHeadProps {
  readonly assignment: DeviceAssignment;
  readonly timeZone: string;
  readonly now: number;
}
