import type { HomeParts } from '../home/home-parts.js';
import { useLanguage } from '../parts/language.js';
import { AnsweredCard } from './answered-card.js';
import { BegunCard } from './begun-card.js';
import { openSurveys } from './open-surveys.js';
import { sentToday } from './sent-today.js';
import { SurveyCard } from './survey-card.js';

/** Surveys on the home screen: what was broken off, what may be asked, what the office said no to, and the counts. */
export function SurveyList(parts: HomeParts) {
  const { say } = useLanguage();
  const { state, now } = parts;
  const { interviews } = state;
  const surveys = openSurveys(interviews, now);
  const { waiting, begun } = interviews;
  const refused = waiting.filter(({ holdup }) => holdup?.kind === 'refused');
  const count = sentToday(interviews.sent, now);
  return (
    <section className="home-list" aria-labelledby="surveys-title" id="surveys" tabIndex={-1}>
      <h2 id="surveys-title">{say('interview.title')}</h2>
      {waiting.length + count > 0 && (
        <p className="interview-counts">
          <span>{say('interview.waitingCount', { count: waiting.length })}</span>
          <span>{say('interview.sentToday', { count })}</span>
        </p>
      )}
      {surveys.length + begun.length + refused.length === 0 ? (
        <p className="empty">{interviews.surveys === null ? say('interview.neverFetched') : say('interview.none')}</p>
      ) : (
        <ul className="cards">
          {begun.map((interview) => (
            <BegunCard key={interview.id} {...parts} interview={interview} />
          ))}
          {refused.map((answered) => (
            <AnsweredCard key={answered.id} {...parts} answered={answered} />
          ))}
          {surveys.map((survey) => (
            <SurveyCard key={survey.campaign.code} {...parts} survey={survey} />
          ))}
        </ul>
      )}
    </section>
  );
}
