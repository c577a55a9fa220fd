import { withFile, withoutFile } from '../capture/draft-changes.js';
import { useLanguage } from '../parts/language.js';
import { PhotoStrip } from '../photo/photo-strip.js';
import type { InputProps } from './input-props.js';

/** Photos that are the answer. Other kinds of files are not made on this tablet. */
export function FileInput({ item, spot, value, describedBy }: InputProps<'file'>) {
  const { say, word } = useLanguage();
  if (!item.accept.includes('photo')) return <p className="soft">{say('tablet.photo.onlyPhotos')}</p>;
  return (
    <PhotoStrip
      hashes={Array.isArray(value) ? (value as readonly string[]) : []}
      most={item.maxCount}
      add={(hash) => withFile(spot, hash)}
      remove={(hash) => withoutFile(spot, hash)}
      about={word(item.text)}
      describedBy={describedBy}
    />
  );
}
