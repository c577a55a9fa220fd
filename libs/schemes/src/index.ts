export { KnownInstruments, type KnownInstrument } from './known-instruments.js';
export { MethodVersion, methodKinds, type MethodKind } from './method-version.entity.js';
export { findMethod, methodOf, type MethodLine, type MethodName } from './method.queries.js';
export { type MethodDifference } from './method-rules.js';
export { Methods, type MethodReceipt } from './methods.js';
export { SchemesModule } from './schemes.module.js';
export { storedInstrument, storedScheme, type StoredInstrument } from './stored-documents.js';
