import { useId, useMemo, useState } from 'react';
import type { InterviewCampaign, InterviewPlace } from '#campaigns';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { typedDirection } from '../parts/typed-direction.js';
import type { SurveyPlaces } from '../store/interview-model.js';
import { Frame } from './frame.js';
import { placeIndex, placesWith } from './place-search.js';

/** As many as can be looked through. */
const mostShown = 50;

/** Where the interview is held: found among thousands by a few letters. */
export function PlacePage({ campaign, held, onBack, onPlace }: PlacePageProps) {
  const { say, word } = useLanguage();
  const places = held?.places ?? [];
  const index = useMemo(() => placeIndex(held?.places ?? []), [held]);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => placesWith(index, typed), [index, typed]);
  const more = found.length - mostShown;
  return (
    <Frame title={word(campaign.title)} heading={say('interview.place')} onBack={onBack}>
      {places.length === 0 ? (
        <p className="empty">{say('interview.place.missing')}</p>
      ) : (
        <>
          <Search typed={typed} onType={setTyped} />
          <p className="soft" role="status">
            {found.length === 0 ? say('interview.place.none') : say('interview.place.found', { count: found.length })}
          </p>
          {places.length < campaign.placeCount && <Capped all={campaign.placeCount} held={places.length} />}
          <ul className="plain-list">
            {found.slice(0, mostShown).map((place) => (
              <PlaceRow key={place.n} place={place} onPlace={onPlace} />
            ))}
          </ul>
          {more > 0 && <p className="soft">{say('interview.place.more', { count: more })}</p>}
        </>
      )}
    </Frame>
  );
}

/** Not all places are on this tablet: who does not find theirs hears it before they look on, and what to do. */
function Capped({ all, held }: { readonly all: number; readonly held: number }) {
  const { say } = useLanguage();
  const digits = (count: number) => count.toLocaleString('en');
  return (
    <p className="hint">
      <Icon name="warning" />
      {say('interview.place.capped', { all: digits(all), held: digits(held) })}
    </p>
  );
}

function Search({ typed, onType }: { readonly typed: string; readonly onType: (typed: string) => void }) {
  const { say } = useLanguage();
  const field = useId();
  return (
    <div className="beside">
      <label htmlFor={field}>{say('interview.place.search')}</label>
      <input
        id={field}
        type="text"
        autoComplete="off"
        dir={typedDirection(typed)}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}

function PlaceRow({ place, onPlace }: { readonly place: InterviewPlace; readonly onPlace: PlacePageProps['onPlace'] }) {
  const { word } = useLanguage();
  const { agency, centre, service } = place.names;
  const beside = [service, centre && agency].flatMap((name) => (name ? [word(name)] : []));
  return (
    <li>
      <button type="button" className="row-button" onClick={() => onPlace(place)}>
        <strong>{word(centre ?? agency)}</strong>
        {beside.length > 0 && <span className="soft">{beside.join(' · ')}</span>}
      </button>
    </li>
  );
}

interface PlacePageProps {
  readonly campaign: InterviewCampaign;
  /** Null: its places are not here yet. */
  readonly held: SurveyPlaces | null;
  readonly onBack: () => void;
  readonly onPlace: (place: InterviewPlace) => void;
}
