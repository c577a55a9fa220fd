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
export function OfflineBanner({ state: { online, waiting, interviews }, now }: StateNow) {
  const { say } = useLanguage();
  if (online) return null;
  const all = [...waiting, ...interviews.waiting];
  const oldest = oldestOf(all.map(({ finishedAt }) => finishedAt));
  const text = interviews.waiting.length > 0 ? 'tablet.offline.some' : 'tablet.offline.waiting';
  return (
    <p className="offline" role="status">
      <Icon name="offline" />
      {oldest === null ? say('tablet.offline') : say(text, { count: all.length, age: ageText(say, oldest, now) })}
    </p>
  );
}
