/** The keys of texts: where in a workbook the wording of each thing stands. */
export const textKeys = {
  dimension: (code: string, of: 'title') => `dimension.${code}.${of}`,
  section: (code: string, of: 'title' | 'intro') => `section.${code}.${of}`,
  item: (code: string, of: 'text' | 'help' | 'unit' | 'from' | 'to') => `item.${code}.${of}`,
  row: (item: string, code: string) => `item.${item}.row.${code}`,
  reason: (item: string, code: string) => `item.${item}.reason.${code}`,
  constraint: (item: string, number: number) => `item.${item}.constraint.${number}`,
  option: (list: string, code: string) => `option.${list}.${code}`,
};
