import { useEffect, useRef, type ReactNode } from 'react';
import { useLanguage } from '../parts/language.js';
import './enrol.css';

/** The frame of what is seen while the notes are closed: a title, and the other language. */
export function Screen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { language, say, change } = useLanguage();
  const other = language === 'ar' ? 'en' : 'ar';
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step is a new page to who does not see it.
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div className="gate">
      <header className="gate-head">
        <button type="button" className="gate-link" lang={other} onClick={() => change(other)}>
          {say('frame.language')}
        </button>
      </header>
      <main className="gate-main">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
