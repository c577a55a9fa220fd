export { Cycle } from './cycle.entity.js';
export { cycleOf, ensureCycle, findPrevious, listCycles } from './cycle.queries.js';
export { Cycles } from './cycles.js';
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
