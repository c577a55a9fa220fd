import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText, oldestOf } from '../parts/moments.js';
import type { TabletState } from '../store/model.js';

interface StateNow {
  readonly state: TabletState;
  readonly now: number;
}

/** When tablet and office last spoke: always in sight. */
export function ContactLine({ state: { contact }, now }: StateNow) {
  const { say } = useLanguage();
  return (
    <p className="contact">
      {contact.at === null
        ? say('tablet.contact.never')
        : say('tablet.contact', { age: ageText(say, contact.at, now) })}
    </p>
  );
}

/** That there is no network, in words: where things are, how many wait, and since when. */
export function OfflineBanner({ state: { online, waiting }, now }: StateNow) {
  const { say } = useLanguage();
  if (online) return null;
  const oldest = oldestOf(waiting.map(({ finishedAt }) => finishedAt));
  return (
    <p className="offline" role="status">
      <Icon name="offline" />
      {oldest === null
        ? say('tablet.offline')
        : say('tablet.offline.waiting', { count: waiting.length, age: ageText(say, oldest, now) })}
    </p>
  );
}
