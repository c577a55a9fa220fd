/** The sentence for a Node that is too old, with {found} and {needed}, in each language. */
export const nodeTooOld: Readonly<Record<'en' | 'ar', string>>;
