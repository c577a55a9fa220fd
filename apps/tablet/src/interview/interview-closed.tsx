import { useLanguage } from '../parts/language.js';

/** The survey of an interview is not on this tablet: what was answered stays, and the office can help. */
export function InterviewClosed({ onLeave }: { readonly onLeave: () => void }) {
  const { say } = useLanguage();
  return (
    <main className="home-main">
      <h1>{say('interview.cannotOpen')}</h1>
      <p>{say('interview.cannotOpen.lead')}</p>
      <button type="button" className="primary" onClick={onLeave}>
        {say('interview.leave')}
      </button>
    </main>
  );
}
