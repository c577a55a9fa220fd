/**
 * Text as a search compares it: Arabic letters that people type for one another become one (أ إ آ ا, ى ي, ة ه), tatweel and
 * vowel signs fall away, and so does the case of Latin letters. For searching only: what is stored and shown stays as it is.
 */
export function foldedForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0640\p{Mn}]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
