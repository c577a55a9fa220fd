import { useLanguage } from '../parts/language.js';

/** The form, or the visit itself, is not on this tablet: what was filled stays, and the office can help. */
export function CannotOpen({ onLeave }: { readonly onLeave: () => void }) {
  const { say } = useLanguage();
  return (
    <main className="home-main">
      <h1>{say('tablet.cannotOpen')}</h1>
      <p>{say('tablet.cannotOpen.lead')}</p>
      <button type="button" className="primary" onClick={onLeave}>
        {say('tablet.home')}
      </button>
    </main>
  );
}
