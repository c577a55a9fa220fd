import type { Item } from '#instruments';
import { useLanguage } from '../parts/language.js';

/** Something to be read between questions. */
export function NoteText({ item }: { readonly item: Item }) {
  const { word } = useLanguage();
  return (
    <div className="item item-note">
      <p>{word(item.text)}</p>
      {item.help && <p className="soft">{word(item.help)}</p>}
    </div>
  );
}
