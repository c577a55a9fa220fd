import { useLanguage } from '../parts/language.js';
import { Screen } from './screen.js';

/** A screen that only tells how things are. A wiped tablet begins anew, as one that never had a code. */
export function PlainScreen({ about }: { readonly about: 'wiped' | 'unusable' }) {
  const { say } = useLanguage();
  return (
    <Screen title={say(`tablet.${about}.title`)}>
      <p>{say(`tablet.${about}.text`)}</p>
      {about === 'wiped' && (
        <button type="button" className="gate-go" onClick={() => location.reload()}>
          {say('tablet.notice.enterCode')}
        </button>
      )}
    </Screen>
  );
}
