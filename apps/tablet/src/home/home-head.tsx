import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { TabletStore } from '../store/model.js';

/** Title, language and lock. */
export function HomeHead({ store }: { readonly store: TabletStore }) {
  const { say, language, change } = useLanguage();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <header className="home-head">
      <div>
        <h1>{say('tablet.title')}</h1>
        <div className="head-buttons">
          <button type="button" lang={other} onClick={() => change(other)}>
            {say('frame.language')}
          </button>
          <button type="button" onClick={() => store.lock()}>
            <Icon name="lock" />
            {say('tablet.lock')}
          </button>
        </div>
      </div>
    </header>
  );
}
