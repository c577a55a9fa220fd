import type { Fault } from '#contract';
import type { Origins } from '#documents';

/** A document read from a workbook. Faults here and no document, or a document and no faults; readInstrument comes after. */
export interface ReadSheets {
  /** What `readInstrument` takes. */
  readonly document: Readonly<Record<string, unknown>> | null;
  /** At most 1,000, each with sheet, line and column. */
  readonly faults: readonly Fault[];
  /** For `locatedFault`. */
  readonly origins: Origins;
}
