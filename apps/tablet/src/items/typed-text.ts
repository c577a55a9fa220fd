import { useState } from 'react';

/**
 * Text while it is typed, and what is kept of it: blanks alone are not kept, yet must be typed on the way to a word. When what
 * is kept changes elsewhere, as by clearing the answer or in another tab, so does the text.
 */
export function useTypedText(kept: string, keep: (text: string) => void): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept);
  const [known, setKnown] = useState(kept);
  if (kept !== known) {
    setKnown(kept);
    if (kept !== text && (kept !== '' || text.trim() !== '')) setText(kept);
  }
  const type = (typed: string) => {
    setText(typed);
    keep(typed);
  };
  return [text, type];
}
