import { useId } from 'react';
import { stampNames } from '#fieldwork';
import { minutesOf, type AnswerValue } from '#instruments';
import { useFilling } from '../filling/filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { clockOf } from '../parts/moments.js';
import { instantAt, nowStamp } from './clock-time.js';
import type { InputProps } from './input-props.js';

type Ends = { readonly from?: string; readonly to?: string };

/** Two moments, each by one tap, from a stamp of the visit, or typed. The minutes between them are computed. */
export function TimePairInput({ item, value, onValue }: InputProps<'timePair'>) {
  const { say, word } = useLanguage();
  const ends = endsOf(value);
  const set = (end: 'from' | 'to', at: string | null) => {
    const next: { from?: string; to?: string } = { ...ends };
    if (at === null) delete next[end];
    else next[end] = at;
    // The first moment is kept before the second is there: between them the tablet may die. The check calls it unfinished.
    onValue(Object.keys(next).length > 0 ? (next as AnswerValue) : undefined);
  };
  const minutes = minutesOf(ends);
  return (
    <div className="pair">
      <OneEnd label={word(item.from)} at={ends.from} other={ends.to} onSet={(at) => set('from', at)} />
      <OneEnd label={word(item.to)} at={ends.to} other={ends.from} onSet={(at) => set('to', at)} />
      {minutes !== null && minutes >= 0 && (
        <p className="pair-minutes" role="status">
          <Icon name="clock" />
          {say('tablet.minutes', { count: Math.floor(minutes) })}
        </p>
      )}
    </div>
  );
}

/** What there is of the pair: while it is filled, perhaps one. */
function endsOf(value: AnswerValue | undefined): Ends {
  if (typeof value !== 'object' || Array.isArray(value)) return {};
  const { from, to } = value as Ends;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function OneEnd({ label, at, other, onSet }: OneEndProps) {
  const { say } = useLanguage();
  const { day, timeZone, stamps } = useFilling().times;
  const field = useId();
  const offered = stampNames.flatMap((name) => {
    const stamp = stamps?.[name];
    return stamp === undefined || stamp === at ? [] : [{ name, stamp }];
  });
  return (
    <div className="pair-end">
      <label htmlFor={field}>{label}</label>
      <div className="pair-fields">
        {stamps && (
          <button
            type="button"
            className="now"
            onClick={() => onSet(nowStamp())}
            aria-label={`${label}: ${say('tablet.now')}`}
          >
            <Icon name="clock" />
            {say('tablet.now')}
          </button>
        )}
        <input
          id={field}
          type="time"
          value={at === undefined ? '' : clockOf(at, timeZone)}
          onChange={(event) => {
            const { value } = event.target;
            onSet(value === '' ? null : instantAt(value.slice(0, 5), at ?? other ?? day, timeZone));
          }}
        />
      </div>
      {offered.length > 0 && (
        <div className="offers">
          {offered.map(({ name, stamp }) => (
            <button
              type="button"
              key={name}
              className="offer"
              onClick={() => onSet(stamp)}
              aria-label={`${label}: ${say(`tablet.stamp.${name}`)} ${clockOf(stamp)}`}
            >
              {say(`tablet.stamp.${name}`)} <bdi dir="ltr">{clockOf(stamp)}</bdi>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface OneEndProps {
  readonly label: string;
  readonly at: string | undefined;
  /** The other moment of the pair: its day is that of a time typed here. */
  readonly other: string | undefined;
  readonly onSet: (at: string | null) => void;
}
