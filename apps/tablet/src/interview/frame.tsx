import { useEffect, useRef, type ReactNode } from 'react';
import { FillingHead } from '../filling/filling-head.js';
import { useLanguage } from '../parts/language.js';

/** One screen of an interview: the way back, what it is about, what is asked, and what to do next. */
export function Frame({ title, heading, onBack, children, actions }: FrameProps) {
  const { say } = useLanguage();
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div className="capture">
      <FillingHead title={title} back={say('tablet.previous')} onBack={onBack} />
      <main className="scroller">
        <div className="capture-main">
          <h2 ref={top} tabIndex={-1} className="page-heading">
            {heading}
          </h2>
          {children}
        </div>
      </main>
      {actions && (
        <footer className="dock">
          <div className="dock-row">{actions}</div>
        </footer>
      )}
    </div>
  );
}

interface FrameProps {
  readonly title: string;
  readonly heading: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
  /** What lies under the thumb. */
  readonly actions?: ReactNode;
}
