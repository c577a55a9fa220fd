export type {
  ChangeOfSet,
  Contributions,
  NotComparable,
  RefusedChange,
  RefusedChangeOfSet,
  UnitChange,
  UnitsCompared,
} from './change.js';
export { changeTally } from './change-of-set.js';
export type { ChangeTally, FoundPair } from './change-of-set.js';
export type { NotCompared } from './change-of-unit.js';
export * from './like-for-like.js';
export { onCommonItemsOf } from './measured-in-both.js';
export { restricted } from './restricted.js';
export type { Common } from './common.js';
