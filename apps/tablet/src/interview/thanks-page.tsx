import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { spokenIn } from '../parts/spoken.js';
import type { InterviewCampaign } from '#campaigns';
import type { InterviewedPlace } from '../store/interview-model.js';
import { Frame } from './frame.js';
import { placeTitle } from './place-title.js';

/** The end: thanks to who was asked, in that language; the buttons are the interviewer's again. */
export function ThanksPage({ campaign, place, language, onNext, onLeave }: ThanksPageProps) {
  const { say, word } = useLanguage();
  const reader = spokenIn(language);
  const actions = (
    <>
      <button type="button" onClick={onLeave}>
        {say('interview.leave')}
      </button>
      <button type="button" className="primary" onClick={onNext}>
        {say('interview.next')}
      </button>
    </>
  );
  return (
    <Frame title={word(campaign.title)} heading={placeTitle(place, word)} onBack={onLeave} actions={actions}>
      <div className="thanks" lang={reader.language} dir={reader.direction} role="status">
        <Icon name="done" />
        <p className="thanks-word">{reader.say('survey.thanks')}</p>
        <p>{reader.say('interview.thanks')}</p>
      </div>
    </Frame>
  );
}

interface ThanksPageProps {
  readonly campaign: InterviewCampaign;
  readonly place: InterviewedPlace;
  /** That of who was asked. */
  readonly language: string;
  readonly onNext: () => void;
  readonly onLeave: () => void;
}
