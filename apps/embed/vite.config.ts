import { join } from 'node:path';
import { defineConfig } from 'vite';

// A configuration is what Vite takes as a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/embed',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A plain script in a scope of its own: it works wherever a script tag does, and leaves nothing behind but its element.
    lib: {
      entry: join(import.meta.dirname, 'src/embed.ts'),
      formats: ['iife'],
      name: 'nujoom',
      fileName: () => 'embed.js',
    },
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] } },
  },
});
