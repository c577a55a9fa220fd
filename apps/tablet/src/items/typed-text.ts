import { useState } from 'react';

/**
 * Text while it is typed, and what is kept of it: blanks alone are not kept, yet must be typed on the way to a word. When what
 * is kept becomes empty elsewhere, so does the text.
 */
export function useTypedText(kept: string, keep: (text: string) => void): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept);
  if (kept === '' && text.trim() !== '') setText('');
  const type = (typed: string) => {
    setText(typed);
    keep(typed);
  };
  return [text, type];
}
