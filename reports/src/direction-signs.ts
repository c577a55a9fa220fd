/**
 * Text without the signs that turn or isolate the direction of what follows them (U+202A–U+202E, U+2066–U+2069): in a
 * name they would turn the page around it too. The marks U+200E, U+200F and U+061C stay: they reach no further.
 */
export function withoutDirectionSigns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
