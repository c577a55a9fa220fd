import type { Fault } from '#contract';
import { locatedFault, type Sheet, type SheetDocument } from '#documents';
import {
  comparability,
  continuationFaults,
  instrumentFromSheets,
  publishFaults,
  readInstrument,
  sheetsOfInstrument,
  type Instrument,
} from '#instruments';
import {
  readScheme,
  schemeContinuationFaults,
  schemeDifferences,
  schemeFromSheets,
  schemePublishFaults,
  sheetsOfScheme,
  type Scheme,
} from '#scoring';
import type { MethodKind } from './method-version.entity.js';

/** One thing that differs between two versions, for people to read. */
export interface MethodDifference {
  /** `added`, `removed` or `changed`; for an item of an instrument `new`, `dropped`, `reworded` or `rescaled`. */
  readonly kind: string;
  readonly where: string;
  readonly what: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

/** What can be done with documents of one kind; all of it pure. */
export interface MethodRules<Document> {
  read(json: unknown): { readonly document: Document | null; readonly faults: readonly Fault[] };
  /** What stands in the way of publishing a document that could be read. */
  publishFaults(document: Document): readonly Fault[];
  /** What is untrue in what a version says of the one before it. */
  continuationFaults(before: Document, after: Document): readonly Fault[];
  differences(before: Document, after: Document): readonly MethodDifference[];
  fromSheets(sheets: readonly Sheet[]): SheetDocument;
  sheetsOf(document: Document): readonly Sheet[];
}

const instruments: MethodRules<Instrument> = {
  read: (json) => {
    const { instrument, faults } = readInstrument(json);
    return { document: instrument, faults };
  },
  publishFaults,
  continuationFaults,
  differences: (before, after) =>
    [...comparability(before, after)].flatMap(([where, kind]) =>
      kind === 'same' ? [] : [{ kind, where, what: null, from: null, to: null }],
    ),
  fromSheets: (sheets) => {
    const { document, faults, origins } = instrumentFromSheets(sheets);
    return { json: document, faults, inSheets: (fault) => locatedFault(origins, fault) };
  },
  sheetsOf: sheetsOfInstrument,
};

const schemes: MethodRules<Scheme> = {
  read: (json) => {
    const { scheme, faults } = readScheme(json);
    return { document: scheme, faults };
  },
  publishFaults: schemePublishFaults,
  continuationFaults: schemeContinuationFaults,
  differences: schemeDifferences,
  fromSheets: (sheets) => {
    const { scheme, faults } = schemeFromSheets(sheets);
    return { json: scheme, faults, inSheets: (fault) => fault };
  },
  sheetsOf: sheetsOfScheme,
};

/** The rules of each kind. */
export const methodRules = { instrument: instruments, scheme: schemes } as const;

/** The rules of a kind, for callers that treat all kinds alike. */
export function rulesOf(kind: MethodKind): MethodRules<{ readonly code: string; readonly version: number }> {
  return methodRules[kind];
}
