import type { ReactNode } from 'react';
import { useFilling } from '../filling/filling.js';
import { Icon, type IconName } from '../parts/icon.js';
import type { Meaning } from './meaning.js';

/** One answer that can be chosen: a real radio or checkbox with a picture and its word. */
export interface ChipOption {
  readonly code: string;
  readonly text: string;
  readonly meaning?: Meaning;
  /** A picture; absent: a check, a cross or none by its meaning. */
  readonly picture?: ReactNode;
}

const pictures: Record<Meaning, IconName | null> = { good: 'check', bad: 'warning', plain: null };

/** Answers beside or below each other, none chosen before somebody does. */
export function Chips({ kind = 'radio', name, options, chosen, onChoose, layout = 'row', describedBy }: ChipsProps) {
  const { respondent } = useFilling();
  return (
    <div className={`chips chips-${layout}`}>
      {options.map(({ code, text, meaning: told = 'plain', picture }) => {
        const meaning = respondent ? 'plain' : told;
        const icon = pictures[meaning];
        return (
          <label key={code} className="chip" data-meaning={meaning}>
            <input
              type={kind}
              name={name}
              value={code}
              checked={chosen.includes(code)}
              aria-describedby={describedBy}
              onChange={(event) => onChoose(code, event.target.checked)}
            />
            <span className="chip-picture">{picture === undefined ? icon && <Icon name={icon} /> : picture}</span>
            <span className="chip-text">{text}</span>
          </label>
        );
      })}
    </div>
  );
}

export interface ChipsProps {
  readonly kind?: 'radio' | 'checkbox';
  /** Unique on the page for a group of radios. */
  readonly name: string;
  readonly options: readonly ChipOption[];
  readonly chosen: readonly string[];
  readonly onChoose: (code: string, on: boolean) => void;
  readonly layout?: 'row' | 'column' | 'grid';
  readonly describedBy?: string | undefined;
}
