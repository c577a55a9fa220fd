import { useId } from 'react';
import type { Spot } from '../filling/asked.js';
import { withValue } from '../filling/sheet-changes.js';
import { useFilling } from '../filling/filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { BesideAnswer } from './beside-answer.js';
import { faultText } from './fault-text.js';
import { ItemInput } from './item-input.js';
import { mayNotApply } from './may-not-apply.js';
import { NotApplicable } from './not-applicable.js';
import { NoteText } from './note-text.js';

/** One question with all that belongs to it: help, the reviewer's note, the answer, what it asks for, what is wrong. */
export function ItemCard({ spot }: { readonly spot: Spot }) {
  const { say, word } = useLanguage();
  const { change, instrument, troubles, tellsMissing, notes } = useFilling();
  const id = useId();
  const { item, path, given } = spot;
  if (item.type === 'note') return <NoteText item={item} />;
  const wrong = (troubles.get(path) ?? []).filter(({ wanting }) => tellsMissing || !wanting);
  const review = notes.get(path) ?? [];
  const describedBy = [
    item.help && `${id}-help`,
    review.length > 0 && `${id}-review`,
    wrong.length > 0 && `${id}-wrong`,
  ]
    .filter(Boolean)
    .join(' ');
  const isGiven = given?.value !== undefined || given?.notApplicable !== undefined;
  return (
    <fieldset
      className="item"
      id={path}
      tabIndex={-1}
      data-wrong={wrong.length > 0}
      aria-describedby={describedBy || undefined}
    >
      <legend id={`${id}-question`}>
        {word(item.text)}
        {!item.required && <span className="soft"> {say('tablet.optional')}</span>}
      </legend>
      {item.help && (
        <p id={`${id}-help`} className="soft">
          {word(item.help)}
        </p>
      )}
      {review.length > 0 && (
        <div id={`${id}-review`} className="review-note">
          <strong>{say('tablet.review.note')}</strong>
          {review.map((note, at) => (
            <p key={at} dir="auto">
              {note}
            </p>
          ))}
        </div>
      )}
      <ItemInput
        spot={spot}
        value={given?.value}
        onValue={(value) => change(withValue(spot, value))}
        labelledBy={`${id}-question`}
        describedBy={describedBy || undefined}
      />
      <BesideAnswer spot={spot} />
      {wrong.length > 0 && (
        <div id={`${id}-wrong`} className="fault" role="status">
          <Icon name="warning" />
          <span>{[...new Set(wrong.map(({ fault }) => faultText(fault, item, say, word)))].join(' · ')}</span>
        </div>
      )}
      {(mayNotApply(item, instrument) || isGiven) && (
        <div className="item-foot">
          <NotApplicable spot={spot} />
          {isGiven && (
            <button type="button" className="plain" onClick={() => change(withValue(spot, undefined))}>
              {say('tablet.clear')}
            </button>
          )}
        </div>
      )}
    </fieldset>
  );
}
