import type { HomeParts } from '../home/home-parts.js';
import { useLanguage } from '../parts/language.js';
import { dayOf, dayText } from '../parts/moments.js';
import type { OpenSurvey } from './open-surveys.js';
import { firstStep } from './steps.js';

/** A survey that somebody may be asked now, or soon. */
export function SurveyCard({ survey: { campaign, isOpen, places }, state, onInterview }: SurveyCardProps) {
  const { say, word, language } = useLanguage();
  const day = (instant: string) => dayText(dayOf(instant, state.work?.timeZone), language);
  return (
    <li className="card">
      <h3>{word(campaign.title)}</h3>
      <p className="soft">{say('interview.askedBy', { asker: word(campaign.asker) })}</p>
      <p>
        {isOpen
          ? say('interview.until', { date: day(campaign.closes) })
          : say('interview.opens', { date: day(campaign.opens) })}
        {' · '}
        {say('interview.places', { count: campaign.placeCount })}
      </p>
      {isOpen && (
        <div className="actions">
          <button
            type="button"
            className="primary"
            aria-label={`${say('interview.start')}: ${word(campaign.title)}`}
            onClick={() => onInterview(firstStep(campaign, places?.places ?? []))}
          >
            {say('interview.start')}
          </button>
        </div>
      )}
    </li>
  );
}

interface SurveyCardProps extends HomeParts {
  readonly survey: OpenSurvey;
}
