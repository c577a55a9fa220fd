import type { Fault } from '#contract';

/** How many faults are kept to be shown; all are counted, and all are told to whoever listens. */
const most = 1_000;

/** Gathers what is wrong with a file while it streams by, in bounded memory. */
export class FaultCollector {
  readonly kept: Fault[] = [];
  count = 0;

  constructor(private readonly tell: (fault: Fault) => void = () => undefined) {}

  add(fault: Fault): void {
    this.count += 1;
    if (this.kept.length < most) this.kept.push(fault);
    this.tell(fault);
  }
}
