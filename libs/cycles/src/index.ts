export { Cycle } from './cycle.entity.js';
export { schemeOf } from './cycle-scheme.js';
export { cycleOf, ensureCycle, findPrevious, findSchemeId, listCycles } from './cycle.queries.js';
export { Cycles, type SchemeChoice } from './cycles.js';
export { CyclesModule } from './cycles.module.js';
export {
  cycleKinds,
  daysOf,
  defaultFiscalStart,
  periodAround,
  periodOf,
  type CycleKind,
  type Days,
  type Period,
} from './period.js';
