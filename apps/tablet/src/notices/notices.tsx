import { useState, type ReactNode } from 'react';
import { useLanguage } from '../parts/language.js';
import { useTabletState } from '../parts/use-store.js';
import type { OpenStore } from '../store/open-store.js';
import type { Tablet } from '../tablet.js';
import type { AppUpdate } from './app-update.js';
import { AsideDialog } from './aside-dialog.js';
import { CodeDialog } from './code-dialog.js';
import './notices.css';

/** What has to be known on every screen, in one line each; nothing when all is well. */
export function Notices({ tablet, store, aside, update }: NoticesProps) {
  const { say } = useLanguage();
  const { unsaved, signInNeeded } = useTabletState(store);
  const [dialog, setDialog] = useState<'code' | 'aside' | null>(null);
  const close = () => setDialog(null);
  return (
    <div className="notices">
      <div role="alert">{unsaved !== null && <p className="notice">{say(`tablet.notice.${unsaved}`)}</p>}</div>
      {signInNeeded && (
        <Notice text={say('tablet.notice.signIn')}>
          <button type="button" onClick={() => setDialog('code')}>
            {say('tablet.notice.enterCode')}
          </button>
        </Notice>
      )}
      {aside && (
        <Notice text={say('tablet.notice.aside')}>
          <button type="button" onClick={() => setDialog('aside')}>
            {say('tablet.notice.openAside')}
          </button>
        </Notice>
      )}
      {update && unsaved === null && (
        <Notice text={say('tablet.notice.update')}>
          <button type="button" onClick={() => void store.settled().then((saved) => saved && update.apply())}>
            {say('tablet.notice.apply')}
          </button>
        </Notice>
      )}
      {dialog === 'code' && <CodeDialog tablet={tablet} onClose={close} />}
      {dialog === 'aside' && <AsideDialog tablet={tablet} onClose={close} />}
    </div>
  );
}

export interface NoticesProps {
  readonly tablet: Tablet;
  readonly store: OpenStore;
  /** There is a vault under an earlier PIN. */
  readonly aside: boolean;
  readonly update: AppUpdate | null;
}

function Notice({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="notice" role="status">
      <p>{text}</p>
      {children}
    </div>
  );
}
