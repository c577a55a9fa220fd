import { useState } from 'react';
import type { InterviewCampaign } from '#campaigns';
import { useLanguage } from '../parts/language.js';
import type { InterviewedPlace } from '../store/interview-model.js';
import { Frame } from './frame.js';

/** Before the first question: who asks about what and why, how long it takes, what is kept. Nothing is kept of who says no. */
export function ConsentPage({ campaign, place, onDeclined, onAgreed }: ConsentPageProps) {
  const { say, word } = useLanguage();
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open');
  const agree = () => {
    setState('busy');
    onAgreed().catch(() => setState('failed'));
  };
  const actions = (
    <>
      <button type="button" onClick={onDeclined}>
        {say('interview.declined')}
      </button>
      <button type="button" className="primary" disabled={state === 'busy'} onClick={agree}>
        {say('survey.start')}
      </button>
    </>
  );
  return (
    <Frame title={word(campaign.asker)} heading={word(campaign.title)} onBack={onDeclined} actions={actions}>
      <About place={place} />
      <section className="consent">
        <h3>{say('survey.why')}</h3>
        <p>{word(campaign.purpose)}</p>
        <h3>{say('survey.know')}</h3>
        <ul className="know">
          <li>{minutesText(campaign.minutes, say)}</li>
          <li>{say('survey.anonymous')}</li>
          <li>{say('interview.recorded')}</li>
        </ul>
        <h3>{say('survey.consent')}</h3>
        <p>{word(campaign.consent.text)}</p>
      </section>
      {state === 'failed' && (
        <p className="fault" role="alert">
          {say('tablet.trouble.failed')}
        </p>
      )}
    </Frame>
  );
}

function minutesText(minutes: number, say: ReturnType<typeof useLanguage>['say']): string {
  return minutes < 1 ? say('survey.underMinute') : say('survey.minutes', { count: Math.ceil(minutes) });
}

/** What is asked about, from the service to the agency. */
function About({ place: { names } }: Pick<ConsentPageProps, 'place'>) {
  const { say, word } = useLanguage();
  const parts = ['service', 'centre', 'agency'] as const;
  return (
    <dl className="about">
      {parts.map((part) => {
        const name = names[part];
        return (
          name && (
            <div key={part}>
              <dt>{say(`survey.${part}`)}</dt>
              <dd>{word(name)}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

interface ConsentPageProps {
  readonly campaign: InterviewCampaign;
  readonly place: InterviewedPlace;
  readonly onDeclined: () => void;
  readonly onAgreed: () => Promise<void>;
}
