import { useEffect, useState } from 'react';
import { useVisit } from '../capture/visit-filling.js';
import { useLanguage } from '../parts/language.js';

/** A photo that the tablet keeps, as a picture; words instead when its bytes are not here any more. */
export function PhotoImage({ hash, alt }: { readonly hash: string; readonly alt: string }) {
  const { store } = useVisit();
  const { say } = useLanguage();
  const [source, setSource] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    const show = (bytes: Uint8Array | null) => {
      if (gone) return;
      url = bytes && URL.createObjectURL(new Blob([bytes.slice()], { type: 'image/jpeg' }));
      setSource(url);
    };
    store.photo(hash).then(show, () => show(null));
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [store, hash]);
  if (source === undefined) return <span className="photo-empty" aria-hidden="true" />;
  if (source === null) return <span className="photo-empty">{say('tablet.photo.elsewhere')}</span>;
  return <img className="photo-image" src={source} alt={alt} />;
}
