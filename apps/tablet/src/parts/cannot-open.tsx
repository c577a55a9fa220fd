import { useLanguage } from './language.js';

/** What is to be opened, or what it is about, is not on this tablet. */
export function CannotOpen({ title, lead, onLeave }: CannotOpenProps) {
  const { say } = useLanguage();
  return (
    <main className="home-main">
      <h1>{title}</h1>
      <p>{lead}</p>
      <button type="button" className="primary" onClick={onLeave}>
        {say('interview.leave')}
      </button>
    </main>
  );
}

interface CannotOpenProps {
  readonly title: string;
  /** That what was filled stays, and who can help. */
  readonly lead: string;
  readonly onLeave: () => void;
}
