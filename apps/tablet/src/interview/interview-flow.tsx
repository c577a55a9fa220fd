import { useState } from 'react';
import { CannotOpen } from '../parts/cannot-open.js';
import { ReaderLanguage, useLanguage } from '../parts/language.js';
import type { TabletState, TabletStore } from '../store/model.js';
import { ConsentPage } from './consent-page.js';
import { InterviewPage } from './interview-page.js';
import { LanguagePage } from './language-page.js';
import { surveyOf } from './open-surveys.js';
import { PlacePage } from './place-page.js';
import type { InterviewStep } from './steps.js';
import { ThanksPage } from './thanks-page.js';

/** Interviews, one after the other: which screen is shown follows from the step. */
export function InterviewFlow({ store, state, first, onLeave, onDropped }: InterviewFlowProps) {
  const { say } = useLanguage();
  const [step, setStep] = useState(first);
  switch (step.at) {
    case 'place': {
      const { campaign } = step;
      const held = state.interviews.places.get(campaign.code) ?? null;
      const onPlace = ({ code, names }: InterviewStepPlace) =>
        setStep({ at: 'language', campaign, place: { code, names } });
      return <PlacePage campaign={campaign} held={held} onBack={onLeave} onPlace={onPlace} />;
    }
    case 'language': {
      const { campaign, place } = step;
      const back = () => (campaign.placeCount === 1 ? onLeave() : setStep({ at: 'place', campaign }));
      const onLanguage = (language: string) => setStep({ at: 'consent', campaign, place, language });
      return <LanguagePage campaign={campaign} place={place} onBack={back} onLanguage={onLanguage} />;
    }
    case 'consent': {
      const { campaign, place, language } = step;
      const again = () => setStep({ at: 'language', campaign, place });
      const agreed = async () => {
        const { code, instrument, consent } = campaign;
        const about = { campaign: code, instrument, place, language, consent: consent.version };
        setStep({ at: 'questions', interview: await store.interviews.begin(about) });
      };
      return (
        <ReaderLanguage tag={language}>
          <ConsentPage campaign={campaign} place={place} onDeclined={again} onAgreed={agreed} />
        </ReaderLanguage>
      );
    }
    case 'questions': {
      const { interview } = step;
      const survey = surveyOf(state.interviews.surveys, interview);
      if (!survey)
        return (
          <CannotOpen title={say('interview.cannotOpen')} lead={say('interview.cannotOpen.lead')} onLeave={onLeave} />
        );
      const { place, language } = interview;
      const finished = () => setStep({ at: 'thanks', campaign: survey.campaign, place, language });
      return (
        <ReaderLanguage tag={language}>
          <InterviewPage
            key={interview.id}
            {...{ store, opened: interview, ...survey, onLeave, onDropped }}
            onFinished={finished}
          />
        </ReaderLanguage>
      );
    }
    case 'thanks': {
      const { campaign, place } = step;
      return <ThanksPage {...step} onNext={() => setStep({ at: 'language', campaign, place })} onLeave={onLeave} />;
    }
  }
}

type InterviewStepPlace = Extract<InterviewStep, { at: 'language' }>['place'];

interface InterviewFlowProps {
  readonly store: TabletStore;
  readonly state: TabletState;
  readonly first: InterviewStep;
  readonly onLeave: () => void;
  /** It was thrown away. */
  readonly onDropped: () => void;
}
