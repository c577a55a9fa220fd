import { useLanguage } from '../parts/language.js';
import { Screen } from './screen.js';

/** A screen that only tells how things are. */
export function PlainScreen({ about }: { readonly about: 'wiped' | 'unusable' }) {
  const { say } = useLanguage();
  return (
    <Screen title={say(`tablet.${about}.title`)}>
      <p>{say(`tablet.${about}.text`)}</p>
    </Screen>
  );
}
