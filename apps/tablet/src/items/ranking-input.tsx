import { useRef } from 'react';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { InputProps } from './input-props.js';
import { moved } from './ranks.js';

/** An order, best first: options are taken into it one by one and moved up and down by buttons. */
export function RankingInput({ item, value, onValue }: InputProps<'ranking'>) {
  const { say, word } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const order = Array.isArray(value) ? (value as readonly string[]) : [];
  const most = item.ranks ?? item.options.length;
  const textOf = (code: string) => word(item.options.find((one) => one.code === code)?.text ?? {});
  const become = (next: readonly string[]) => onValue(next.length > 0 ? next : undefined);
  const unranked = item.options.filter(({ code }) => !order.includes(code));
  return (
    <div className="stack">
      <p className="soft">{say('tablet.ranking.how', { count: most })}</p>
      <ol className="ranks" ref={list}>
        {order.map((code, at) => (
          <li key={code}>
            <span className="rank">{at + 1}</span>
            <span className="rank-text">{textOf(code)}</span>
            <RankButton
              name="up"
              text={textOf(code)}
              disabled={at === 0}
              onClick={() => become(moved(order, code, -1))}
            />
            <RankButton
              name="down"
              text={textOf(code)}
              disabled={at === order.length - 1}
              onClick={() => become(moved(order, code, 1))}
            />
            <RankButton
              name="cross"
              text={textOf(code)}
              disabled={false}
              onClick={() => become(order.filter((one) => one !== code))}
            />
          </li>
        ))}
      </ol>
      {order.length < most && (
        <div className="chips chips-column">
          {unranked.map(({ code, text }) => (
            <button type="button" key={code} className="chip" onClick={() => become([...order, code])}>
              <Icon name="plus" />
              <span className="chip-text">
                {say('tablet.ranking.take', { rank: order.length + 1, option: word(text) })}
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function RankButton({ name, text, disabled, onClick }: RankButtonProps) {
  const { say } = useLanguage();
  return (
    // Not `disabled`: the button that was just pressed would lose the focus at the end of the list.
    <button
      type="button"
      className="small"
      aria-disabled={disabled}
      aria-label={say(`tablet.ranking.${name}`, { option: text })}
      onClick={() => !disabled && onClick()}
    >
      <Icon name={name} />
    </button>
  );
}

interface RankButtonProps {
  readonly name: 'up' | 'down' | 'cross';
  readonly text: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}
