import { faultText } from '../items/fault-text.js';
import { ItemCard } from '../items/item-card.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { AskedSection } from '../filling/asked.js';
import { withoutRepeat, withRepeat } from '../filling/sheet-changes.js';
import { useVisit } from './visit-filling.js';

/** A section that is filled as often as there is something to fill it for. */
export function RepeatedSection({ asked: { section, sets }, repeat }: RepeatedSectionProps) {
  const { say, word } = useLanguage();
  const { change, latest, tell, troubles, tellsMissing } = useVisit();
  const path = `repeats.${section.code}`;
  const wrong = (troubles.get(path) ?? []).filter(({ wanting }) => tellsMissing || !wanting);
  const remove = (at: number) => {
    const gone = latest().sheet.repeats?.[section.code]?.[at] ?? {};
    change(withoutRepeat(section.code, at));
    tell({
      text: say('tablet.repeat.removed', { number: at + 1 }),
      actions: [{ label: say('tablet.undo'), run: () => change(withRepeat(section.code, gone, at)) }],
    });
  };
  return (
    <div id={path} tabIndex={-1} className="repeats">
      {sets.length === 0 && <p>{say('tablet.repeat.none')}</p>}
      {sets.map((spots, at) => (
        // A repeat has no identity but its place; what is typed in it is kept in the draft.
        <section key={`${at} of ${sets.length}`} className="repeat" aria-label={`${word(section.title)} ${at + 1}`}>
          <div className="repeat-head">
            <h3>{`${word(section.title)} ${at + 1}`}</h3>
            <button
              type="button"
              className="plain"
              aria-label={say('tablet.repeat.removeOne', { number: at + 1 })}
              onClick={() => remove(at)}
            >
              <Icon name="bin" />
              {say('tablet.repeat.remove')}
            </button>
          </div>
          {spots.map((spot) => (
            <ItemCard key={spot.path} spot={spot} />
          ))}
        </section>
      ))}
      {wrong.map(({ fault }) => (
        <p key={fault.reason} className="fault">
          {faultText(fault, null, say, word)}
        </p>
      ))}
      {sets.length < repeat.max && (
        <button type="button" onClick={() => change(withRepeat(section.code))}>
          <Icon name="plus" />
          {say('tablet.repeat.add', { number: sets.length + 1 })}
        </button>
      )}
    </div>
  );
}

interface RepeatedSectionProps {
  readonly asked: AskedSection;
  readonly repeat: { readonly min: number; readonly max: number };
}
