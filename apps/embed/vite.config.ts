import { join } from 'node:path';
import { defineConfig, type EnvironmentOptions } from 'vite';

const conditions = ['source', 'module', 'browser', 'development|production'];

/**
 * A plain script in a scope of its own: it works wherever a script tag does, and leaves nothing behind. Each is built alone, since
 * such a script is one file.
 */
function scriptOf(entry: string, name: string): EnvironmentOptions {
  return {
    consumer: 'client',
    // Of what is not the client nothing above holds: rooms would come from what was compiled before.
    resolve: { conditions },
    build: {
      outDir: '../../dist/embed',
      emptyOutDir: false,
      sourcemap: false,
      target: 'es2022',
      lib: {
        entry: join(import.meta.dirname, 'src', entry),
        formats: ['iife'],
        name: 'nujoom',
        fileName: () => name,
      },
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] } },
    },
  };
}

// A configuration is what Vite takes as a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  // Both of them, at every build.
  builder: {},
  environments: {
    client: scriptOf('embed.ts', 'embed.js'),
    work: scriptOf('page/survey-work.ts', 'survey-work.js'),
  },
});
