import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** A native modal dialog, open as long as it is there; closing gives the focus back to where it was. */
export function Dialog({ title, onClose, kind = 'box', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the browser paints, and before React removes the element: only an element in the page gives the focus back.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${kind}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

export interface DialogProps {
  readonly title: string;
  /** Escape, or the back key of the device. */
  readonly onClose: () => void;
  readonly kind?: 'box' | 'drawer' | 'whole';
  readonly children: ReactNode;
}
