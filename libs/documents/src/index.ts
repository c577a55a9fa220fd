import './without-eval.js';

export { contentHash } from './content-hash.js';
export { faultAt, firstFaults, mostFaults, wordsOf, type FaultParams } from './faults/fault-at.js';
export { plainFaults } from './faults/plain-faults.js';
export { readablePath } from './faults/readable-path.js';
export { codesIn, repeatedIn, wordsIn, type Placed } from './faults/repeated.js';
export { shapeFaults } from './faults/shape-faults.js';
export { isWhole } from './faults/whole-text.js';
export { publishedSchema, type PublishedSchema } from './published-schema.js';
export { cellKinds, type CellKind, type CellReading } from './sheets/cell-kinds.js';
export { columnOf, type Column } from './sheets/column.js';
export { familiesOf, groupsBy } from './sheets/families.js';
export { cellsOf, fieldsIn, originOf, type Draft } from './sheets/fields.js';
export { foldedName } from './sheets/folded-name.js';
export { keyedCells, keyedRows } from './sheets/keyed.js';
export { numberIn, westernDigits } from './sheets/number-cell.js';
export {
  locatedFault,
  type Origin,
  type Origins,
  type Sheet,
  type SheetDocument,
  type SheetPlace,
} from './sheets/sheet.js';
export { statementRows, statementsIn } from './sheets/statements.js';
export { cellText, reportTo, rowsBy, tableOf } from './sheets/table.js';
export type { Cells, Report, Row, Table, TableShape } from './sheets/table.js';
export { tablesOf, writtenSheet, type Tables } from './sheets/tables.js';
export { isLanguage, tagOf, textColumns, textRows, textsIn } from './sheets/texts.js';
export type { KeyedWording, PlacedWording, Texts } from './sheets/texts.js';
export { comparedByCode, isSaidAlike, type Comparability, type Compared } from './versions/compared.js';
export { continuationFaults, type VersionOf } from './versions/continuation.js';
