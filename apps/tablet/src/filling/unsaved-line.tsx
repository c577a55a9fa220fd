import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';

/** What was typed is on the screen only. */
export function UnsavedLine({ onRetry }: { readonly onRetry: () => void }) {
  const { say } = useLanguage();
  return (
    <div className="unsaved" role="alert">
      <Icon name="warning" />
      <span>{say('tablet.unsaved')}</span>
      <button type="button" onClick={onRetry}>
        {say('tablet.retry')}
      </button>
    </div>
  );
}
