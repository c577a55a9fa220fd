import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';

/** Speaks with the office now: fetches work and sends what waits. */
export function RefreshBar({ isBusy, onRefresh }: { readonly isBusy: boolean; readonly onRefresh: () => void }) {
  const { say } = useLanguage();
  return (
    <div className="dock-row">
      <button type="button" className="primary wide" disabled={isBusy} onClick={onRefresh}>
        <Icon name="send" />
        {isBusy ? say('tablet.refreshing') : say('tablet.refresh')}
      </button>
    </div>
  );
}
