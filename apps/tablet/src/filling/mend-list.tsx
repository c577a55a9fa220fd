import { faultText } from '../items/fault-text.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { ToMend } from './finish-list.js';
import type { Trouble } from './found.js';

/** What keeps something from being finished; each line leads to its question. */
export function MendList({ mend, strange, title, onJump }: MendListProps) {
  const { say, word } = useLanguage();
  return (
    <section>
      <p className="not-yet" role="status">
        <Icon name="warning" />
        {title}
      </p>
      <ul className="plain-list">
        {mend.map(({ path, section, repeat, item, faults }) => (
          <li key={path}>
            <button type="button" className="row-button" onClick={() => onJump(path)}>
              <span className="soft">
                {repeat === null ? word(section.title) : `${word(section.title)} ${repeat + 1}`}
              </span>
              {item && <span>{word(item.text)}</span>}
              <span className="flagged">
                {[...new Set(faults.map((fault) => faultText(fault, item, say, word)))].join(' · ')}
              </span>
            </button>
          </li>
        ))}
        {strange.map(({ fault }) => (
          <li key={fault.where}>
            <span dir="ltr">{fault.where}</span>: {faultText(fault, null, say, word)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MendListProps {
  readonly mend: readonly ToMend[];
  readonly strange: readonly Trouble[];
  /** That so many things keep it from being finished. */
  readonly title: string;
  readonly onJump: (path: string) => void;
}
