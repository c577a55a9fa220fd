import { corpus } from './corpus/index.js';
import type { Question } from './hostile-world.js';
import { fieldsIn, type Citizen } from './page-world.js';

/** A text as pages take it: one kind of line end, no blanks at its ends, and a sign for control characters, which no page can carry. */
export function asTyped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
    .trim();
}

/** Types every text of the corpus, page by page: first with a fault, so that what was typed stands in the form again. */
export async function typeAll(citizen: Citizen, questions: readonly Question[]): Promise<void> {
  for (const [page, texts] of Object.values(corpus).entries()) {
    const here = questions.filter(({ text }) => texts.includes(text));
    const typed = here.map(({ code, text, asRemark }): Record<string, string> =>
      asRemark ? { [`a.${code}`]: 'yes', [`c.${code}`]: text } : { [`a.${code}`]: text },
    );
    const fault = `<b>${here[0]?.text}`;
    await citizen.press('next', { ...(Object.assign({}, ...typed) as object), [`a.n${page}`]: fault });
    const again = fieldsIn(citizen.page);
    expect([again['page'], again[`a.n${page}`]]).toEqual([`s${page}`, asTyped(fault)]);
    for (const { code, text, asRemark } of here)
      expect(asTyped(again[asRemark ? `c.${code}` : `a.${code}`] ?? '')).toBe(asTyped(text));
    await citizen.press('next', { [`a.n${page}`]: '' });
  }
}
