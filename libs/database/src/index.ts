export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { migrate } from './migrate.js';
export { evidenceChanged, evidenceVersion } from './evidence.js';
export { EmbeddedServer } from './embedded-server.js';
export { holdDatabase, withDatabase, type HeldDatabase, type HoldOptions } from './embedded-hold.js';
export { prepareHome } from './embedded-place.js';
