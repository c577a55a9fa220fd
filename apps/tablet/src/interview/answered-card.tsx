import type { HomeParts } from '../home/home-parts.js';
import { RefusedWords } from '../home/refused-words.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import type { Answered } from '../store/interview-model.js';
import { placeTitle } from './place-title.js';

/** A finished interview that the office said no to: it is kept, with the office's words. */
export function AnsweredCard({ answered, store, now, run }: AnsweredCardProps) {
  const { say, word } = useLanguage();
  const { id, place, finishedAt, holdup } = answered;
  return (
    <li className="card">
      <h3>{placeTitle(place, word)}</h3>
      <p className="soft">
        <Icon name="lock" /> {say('interview.waiting', { age: ageText(say, finishedAt, now) })}
      </p>
      {holdup?.kind === 'refused' && <RefusedWords refusal={holdup} next={say('interview.refused.next')} now={now} />}
      <div className="actions">
        <button type="button" className="primary" onClick={() => void run(() => store.retry(id))}>
          {say('tablet.retry')}
        </button>
      </div>
    </li>
  );
}

interface AnsweredCardProps extends HomeParts {
  readonly answered: Answered;
}
