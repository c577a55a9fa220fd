import type { HomeParts } from '../home/home-parts.js';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import type { Interview } from '../store/interview-model.js';
import { DropButton } from './drop-button.js';
import { placeTitle } from './place-title.js';

/** An interview that was broken off: it goes on where it was left, or is thrown away. */
export function BegunCard({ interview, store, now, onInterview, run }: BegunCardProps) {
  const { say, word } = useLanguage();
  return (
    <li className="card card-returned">
      <h3>{say('interview.begun')}</h3>
      <p>{placeTitle(interview.place, word)}</p>
      <p className="soft">{say('interview.begunAt', { age: ageText(say, interview.changedAt, now) })}</p>
      <div className="actions">
        <DropButton
          onDrop={async () => {
            await run(() => store.interviews.drop(interview.id), 'interviewDropped');
          }}
        />
        <button type="button" className="primary" onClick={() => onInterview({ at: 'questions', interview })}>
          {say('tablet.continue')}
        </button>
      </div>
    </li>
  );
}

interface BegunCardProps extends HomeParts {
  readonly interview: Interview;
}
