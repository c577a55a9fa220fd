import type { Say } from '#contract';
import { Icon, type IconName } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText, oldestOf } from '../parts/moments.js';
import type { TabletState } from '../store/model.js';
import { dueCountsOf, type DueCounts } from './due-counts.js';
import type { HomeLists } from './lists.js';

/** Four numbers with their words and ages; each leads to its list. */
export function Counts({ lists, state, now }: CountsProps) {
  const { say } = useLanguage();
  const due = dueCountsOf(lists, state.work?.timeZone ?? 'UTC', now);
  const aged = (at: string | null, key: 'tablet.count.oldest' | 'tablet.count.latest') =>
    at === null ? '' : say(key, { age: ageText(say, at, now) });
  const begun = oldestOf(state.drafts.map(({ startedAt }) => startedAt));
  const waits = oldestOf(state.waiting.map(({ finishedAt }) => finishedAt));
  return (
    <ul className="counts">
      <Count id="to-do" icon="list" word={say('tablet.toDo')} count={due.count} age={dueText(due, now, say)} />
      <Count
        id="drafts"
        icon="draft"
        word={say('tablet.drafts')}
        count={state.drafts.length}
        age={aged(begun, 'tablet.count.oldest')}
      />
      <Count
        id="waiting"
        icon="send"
        word={say('tablet.waiting')}
        count={state.waiting.length}
        age={aged(waits, 'tablet.count.oldest')}
      />
      <Count
        id="sent"
        icon="done"
        word={say('tablet.sent')}
        count={state.sent.length}
        age={aged(lists.sent[0]?.sentAt ?? null, 'tablet.count.latest')}
      />
    </ul>
  );
}

/** What is most urgent among what is to be done. */
function dueText({ overdue, today, openSince }: DueCounts, now: number, say: Say): string {
  if (overdue > 0) return say('tablet.count.overdue', { count: overdue });
  if (today > 0) return say('tablet.count.today', { count: today });
  return openSince === null ? '' : say('tablet.count.open', { age: ageText(say, openSince, now) });
}

function Count({ id, icon, word, count, age }: CountProps) {
  return (
    <li>
      <button type="button" className="count" onClick={() => document.getElementById(id)?.focus()}>
        <Icon name={icon} />
        <span className="count-number">{count}</span>
        <span className="count-word">{word}</span>
        <span className="count-age">{age}</span>
      </button>
    </li>
  );
}

interface CountsProps {
  readonly lists: HomeLists;
  readonly state: TabletState;
  readonly now: number;
}

interface CountProps {
  readonly id: string;
  readonly icon: IconName;
  readonly word: string;
  readonly count: number;
  readonly age: string;
}
