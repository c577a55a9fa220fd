import { useId, useState } from 'react';
import type { Spot } from '../filling/asked.js';
import { withNotApplicable } from '../filling/sheet-changes.js';
import { useFilling } from '../filling/filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { Chips } from './chips.js';
import { mayNotApply } from './may-not-apply.js';

/** “Does not apply” is no answer among the others: it stands apart and says why. */
export function NotApplicable({ spot }: { readonly spot: Spot }) {
  const { say, word } = useLanguage();
  const { change, instrument } = useFilling();
  const [isOpen, setOpen] = useState(false);
  const reasons = useId();
  const { item, given } = spot;
  if (!item.notApplicable || !mayNotApply(item, instrument)) return null;
  const chosen = given?.notApplicable;
  const shown = isOpen || chosen !== undefined;
  return (
    <div className="not-applicable">
      <button
        type="button"
        className="plain"
        aria-expanded={shown}
        aria-controls={reasons}
        onClick={() => {
          setOpen(!shown);
          if (chosen !== undefined) change(withNotApplicable(spot, undefined));
        }}
      >
        <Icon name="minus" />
        {say('tablet.notApplicable')}
      </button>
      <fieldset id={reasons} hidden={!shown}>
        <legend>{say('tablet.notApplicable.why')}</legend>
        <Chips
          name={`${spot.path}.notApplicable`}
          options={item.notApplicable.reasons.map(({ code, text }) => ({ code, text: word(text) }))}
          chosen={chosen === undefined ? [] : [chosen]}
          layout="column"
          onChoose={(code) => change(withNotApplicable(spot, code))}
        />
      </fieldset>
    </div>
  );
}
