import { score } from '#instruments';
import { FillingHead } from '../filling/filling-head.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { useVisit } from './visit-filling.js';
import type { Page } from '../filling/pages.js';
import type { Form } from '../filling/use-form.js';
import type { Saving } from '../filling/use-kept.js';

/** What stays in sight above a page: whose visit it is, whether all is saved, how far it has come. */
export function CaptureHead({ title, saving, form, page, covert, onCovert, onList, onLeave }: CaptureHeadProps) {
  const { say } = useLanguage();
  const { answered, asked } = form.total;
  const tools = (
    <>
      <button type="button" className="bare" aria-label={say('tablet.sections')} onClick={onList}>
        <Icon name="list" />
      </button>
      <button type="button" className="bare" aria-pressed={covert} aria-label={say('tablet.covert')} onClick={onCovert}>
        <Icon name="notes" />
      </button>
    </>
  );
  return (
    <FillingHead title={title} back={say('tablet.home')} onBack={onLeave} saving={saving} tools={tools}>
      <p className="progress">
        <ProgressText form={form} page={page} />
        <ScoreText form={form} />
      </p>
      <progress
        max={Math.max(1, asked)}
        value={answered}
        aria-label={say('tablet.progress.answered', { answered, asked })}
      />
    </FillingHead>
  );
}

function ProgressText({ form, page }: { readonly form: Form; readonly page: Page }) {
  const { say } = useLanguage();
  const { covert } = useVisit();
  const { answered, asked } = form.total;
  // Plain notes have pages, not sections and questions.
  if (covert)
    return (
      <bdi dir="ltr">{`${page.kind === 'finish' ? form.sections.length + 1 : page.at + 1} / ${form.sections.length + 1}`}</bdi>
    );
  const count = say('tablet.progress.answered', { answered, asked });
  if (page.kind === 'finish') return <span>{`${say('tablet.finish')} · ${count}`}</span>;
  const place = say('tablet.progress.section', { at: page.at + 1, of: form.sections.length });
  return <span>{`${place} · ${count}`}</span>;
}

/** Only where the form says so: a shopper who sees a score begins to aim at one. */
function ScoreText({ form: { compiled } }: { readonly form: Form }) {
  const { say } = useLanguage();
  const { draft } = useVisit();
  if (!compiled.instrument.presentation?.showScore) return null;
  const reached = score(compiled, draft.sheet).score;
  return reached === null ? null : <span>{say('tablet.progress.score', { score: Math.round(reached) })}</span>;
}

interface CaptureHeadProps {
  readonly title: string;
  readonly saving: Saving;
  readonly form: Form;
  readonly page: Page;
  readonly covert: boolean;
  readonly onCovert: () => void;
  readonly onList: () => void;
  readonly onLeave: () => void;
}
