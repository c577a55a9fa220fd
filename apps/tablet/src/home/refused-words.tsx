import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { ageText } from '../parts/moments.js';
import type { Holdup } from '../store/filled.js';

/** The office said no to what was sent: its words, how long ago, and what to do. */
export function RefusedWords({ refusal, next, now }: RefusedWordsProps) {
  const { say } = useLanguage();
  return (
    <div className="refused">
      <strong>
        <Icon name="warning" />
        {say('tablet.refused', { age: ageText(say, refusal.at, now) })}
      </strong>
      <p dir="auto">{refusal.detail}</p>
      <p>{next}</p>
    </div>
  );
}

interface RefusedWordsProps {
  readonly refusal: Extract<Holdup, { kind: 'refused' }>;
  /** What to do now. */
  readonly next: string;
  readonly now: number;
}
