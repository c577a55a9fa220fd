import { stampNames, type StampName } from '#fieldwork';
import { withoutStamp, withStamp } from '../capture/draft-changes.js';
import { useVisit, type VisitFilling } from '../capture/visit-filling.js';
import { nowStamp } from '../items/clock-time.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { clockOf } from '../parts/moments.js';
import { useNow } from '../parts/use-now.js';
import { spansOf, type Span } from './stamps.js';

/** The moments of a visit, each by one tap; a second tap takes one away again, and both can be undone. */
export function StampBar() {
  const { say } = useLanguage();
  const filling = useVisit();
  const stamp = useStamping();
  const shown = useStampText();
  const { stamps, replaces } = filling.draft;
  const now = useNow();
  // What was sent before was over then.
  const spans = spansOf(stamps, replaces === undefined ? now : null);
  return (
    <section className="stamps" aria-label={say('tablet.stamps')}>
      <div className="stamp-row">
        {stampNames.map((name) => {
          const at = stamps[name];
          return (
            <button
              key={name}
              type="button"
              className="stamp"
              aria-pressed={at !== undefined}
              aria-label={
                filling.covert ? [shown(name), say(`tablet.stamp.${name}`), at && clockOf(at)].join(' ') : undefined
              }
              onClick={() => stamp(name)}
            >
              <span>{shown(name)}</span>
              <bdi dir="ltr" className="stamp-time">
                {at === undefined ? '––:––' : clockOf(at)}
              </bdi>
            </button>
          );
        })}
      </div>
      <p className="stamp-spans">
        <SpanText kind="waiting" span={spans.waiting} />
        <SpanText kind="service" span={spans.service} />
      </p>
    </section>
  );
}

function SpanText({ kind, span }: { readonly kind: 'waiting' | 'service'; readonly span: Span | null }) {
  const { say } = useLanguage();
  if (!span) return null;
  return (
    <span>
      <Icon name="clock" />
      {say(span.running ? `tablet.span.${kind}Now` : `tablet.span.${kind}`, { count: span.minutes })}
    </span>
  );
}

/** What a stamp is called on the screen: among plain notes a number, which tells nobody over the shoulder what is timed. */
export function useStampText(): (name: StampName) => string {
  const { say } = useLanguage();
  const { covert } = useVisit();
  return (name) => (covert ? String(stampNames.indexOf(name) + 1) : say(`tablet.stamp.${name}`));
}

/** Makes a stamp, or takes away one that is there; either says so, with the way back. */
export function useStamping(): (name: StampName) => void {
  const { say } = useLanguage();
  const filling = useVisit();
  const shown = useStampText();
  return (name) => {
    const old = filling.latest().stamps[name];
    const params = { stamp: shown(name) };
    if (old === undefined) {
      const at = nowStamp();
      filling.change(withStamp(name, at));
      filling.tell({
        text: say('tablet.stamp.made', { ...params, time: clockOf(at) }),
        actions: [{ label: say('tablet.undo'), run: () => undo(filling, name, undefined) }],
      });
    } else {
      filling.change(withoutStamp(name));
      filling.tell({
        text: say('tablet.stamp.removed', params),
        actions: [{ label: say('tablet.undo'), run: () => undo(filling, name, old) }],
      });
    }
  };
}

function undo({ change }: VisitFilling, name: StampName, at: string | undefined): void {
  change(at === undefined ? withoutStamp(name) : withStamp(name, at));
}
