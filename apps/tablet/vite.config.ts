import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

// A configuration is what Vite takes as a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  base: '/tablet/',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: { __APP_VERSION__: JSON.stringify(process.env['NUJOOM_TABLET_VERSION'] ?? version) },
  build: {
    outDir: '../../dist/tablet',
    emptyOutDir: true,
    sourcemap: false,
    // Nothing is fetched ahead of its use, so the polyfill of it would only be an inline script.
    modulePreload: { polyfill: false },
    // A data: URL is not a resource the service worker can keep, and the fonts are large anyway.
    assetsInlineLimit: 0,
    // One application for offline use: it is all loaded once.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Pure rooms: what of them is not called is not missed. A tablet judges nobody, so most of both goes, and @stdlib with it.
      treeshake: { moduleSideEffects: [{ test: /\/libs\/(?:statistics|scoring)\//, sideEffects: false }] },
    },
  },
  worker: { format: 'es' },
  plugins: [
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        navigateFallback: '/tablet/index.html',
        maximumFileSizeToCacheInBytes: 5_000_000,
        cleanupOutdatedCaches: true,
        // The worker keeps files only; it knows nothing of what is sent.
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
});
