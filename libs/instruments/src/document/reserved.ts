/** Words of the expression language; an item called so could not stand in a condition. */
const keywords =
  'true false null in as break const continue else for function if import let loop package namespace return var void while';

/** Names that the expression language, or the library for it, keeps for itself. */
const names = 'bool bytes double dyn int list map null_type string type uint cel google optional prototype';

/** What no item may be called. Source: the CEL language definition, "Reserved words" and "Standard type identifiers". */
export const reservedWords: ReadonlySet<string> = new Set(`${keywords} ${names}`.split(' '));
