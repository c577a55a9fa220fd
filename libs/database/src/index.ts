export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { migrate } from './migrate.js';
export { evidenceChanged, evidenceVersion } from './evidence.js';
export { EmbeddedServer } from './embedded-server.js';
export { holdDatabase, type HeldDatabase, type HoldOptions } from './embedded-hold.js';
export { withDatabase } from './embedded-work.js';
export { prepareHome } from './embedded-place.js';
