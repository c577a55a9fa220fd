import { cellKinds, type CellKind } from './cell-kinds.js';

/** A column of a sheet, and which member of a document its cells hold. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: CellKind;
}

/** Makes columns of one kind: by their name, and the path of their member where that is called otherwise. */
const ofKind =
  (kind: CellKind) =>
  (name: string, ...path: readonly string[]): Column => ({ name, kind, path: path.length > 0 ? path : [name] });

/** Makes columns: `columnOf.number('weight')`, `columnOf.words('mode', 'scoring', 'mode')`, `columnOf.kind(mine)('then')`. */
export const columnOf = {
  kind: ofKind,
  words: ofKind(cellKinds.words),
  number: ofKind(cellKinds.number),
  truth: ofKind(cellKinds.truth),
  list: ofKind(cellKinds.list),
  numberOrDay: ofKind(cellKinds.numberOrDay),
};
