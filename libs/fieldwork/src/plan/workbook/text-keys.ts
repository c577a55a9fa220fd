/** The keys of texts: where in a workbook the wording of each thing stands. Contradictions have no code: they are counted from 1. */
export const textKeys = {
  wave: (code: string) => `wave.${code}.title`,
  scenario: (code: string, of: 'title' | 'brief') => `scenario.${code}.${of}`,
  contradiction: (number: number) => `contradiction.${number}.message`,
};
