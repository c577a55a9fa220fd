/** What is told before the platform is built, in each language. */
export const texts: Readonly<Record<'en' | 'ar', Readonly<Record<string, string>>>>;
