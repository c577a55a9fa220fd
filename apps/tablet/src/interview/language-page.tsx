import type { InterviewCampaign } from '#campaigns';
import { writingDirectionOf } from '#campaigns';
import { useLanguage } from '../parts/language.js';
import type { InterviewedPlace } from '../store/interview-model.js';
import { Frame } from './frame.js';
import { languageName } from './language-names.js';
import { placeTitle } from './place-title.js';

/** In which language somebody is asked: each by the name its speakers know it by. None is chosen before. */
export function LanguagePage({ campaign, place, onBack, onLanguage }: LanguagePageProps) {
  const { say, word } = useLanguage();
  return (
    <Frame title={word(campaign.title)} heading={say('interview.language')} onBack={onBack}>
      <p className="soft">{placeTitle(place, word)}</p>
      <ul className="languages">
        {campaign.languages.map((tag) => (
          <li key={tag}>
            <button
              type="button"
              className="language"
              lang={tag}
              dir={writingDirectionOf(tag)}
              onClick={() => onLanguage(tag)}
            >
              {languageName(tag)}
            </button>
          </li>
        ))}
      </ul>
      <p>{say('interview.language.lead')}</p>
    </Frame>
  );
}

interface LanguagePageProps {
  readonly campaign: InterviewCampaign;
  readonly place: InterviewedPlace;
  readonly onBack: () => void;
  readonly onLanguage: (tag: string) => void;
}
