import { useId } from 'react';
import { commentLength } from '#instruments';
import type { Spot } from '../filling/asked.js';
import { besideRuleOf, type BesideRule } from '../filling/beside.js';
import { withEvidence, withoutEvidence } from '../capture/draft-changes.js';
import { withComment } from '../filling/sheet-changes.js';
import { useFilling } from '../filling/filling.js';
import { useLanguage } from '../parts/language.js';
import { typedDirection } from '../parts/typed-direction.js';
import { PhotoStrip } from '../photo/photo-strip.js';
import { useTypedText } from './typed-text.js';

/** A shopper notes what he saw; somebody who is asked remarks on his answer. */
const commentLabels = {
  observer: { required: 'tablet.comment.required', optional: 'tablet.comment.optional' },
  respondent: { required: 'interview.remark.required', optional: 'interview.remark.optional' },
} as const;

/** The note and the photos that the answer asks for: there and then, not at the end. */
export function BesideAnswer({ spot }: { readonly spot: Spot }) {
  const { item, given } = spot;
  const comment = besideRuleOf(item.comment, given);
  const evidence = besideRuleOf(item.evidence, given);
  // What was written or taken stays in sight when the answer no longer asks for it.
  return (
    <>
      {(comment !== 'none' || given?.comment !== undefined) && <Comment spot={spot} rule={comment} />}
      {(evidence !== 'none' || given?.evidence !== undefined) && <Evidence spot={spot} rule={evidence} />}
    </>
  );
}

function Comment({ spot, rule }: BesideProps) {
  const { say } = useLanguage();
  const { change, respondent } = useFilling();
  const field = useId();
  const [text, type] = useTypedText(spot.given?.comment ?? '', (typed) => change(withComment(spot, typed)));
  return (
    <div className="beside">
      <label htmlFor={field}>
        {say(commentLabels[respondent ? 'respondent' : 'observer'][rule === 'required' ? 'required' : 'optional'])}
      </label>
      <textarea
        id={field}
        dir={typedDirection(text)}
        rows={2}
        maxLength={commentLength}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}

function Evidence({ spot, rule }: BesideProps) {
  const { say, word } = useLanguage();
  const label = useId();
  const { item, given } = spot;
  return (
    <div className="beside" role="group" aria-labelledby={label}>
      <span id={label}>{say(rule === 'required' ? 'tablet.evidence.required' : 'tablet.evidence.optional')}</span>
      <PhotoStrip
        hashes={given?.evidence ?? []}
        most={item.evidence?.maxCount ?? 0}
        add={(hash) => withEvidence(spot, hash)}
        remove={(hash) => withoutEvidence(spot, hash)}
        about={word(item.text)}
      />
    </div>
  );
}

interface BesideProps {
  readonly spot: Spot;
  readonly rule: BesideRule;
}
