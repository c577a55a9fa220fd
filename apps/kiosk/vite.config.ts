import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';

// A configuration is what Vite takes as a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  base: '/kiosk/',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/kiosk',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // A data: URL is not a resource the service worker can keep.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Pure rooms: a kiosk says its own texts and chooses words by language; nothing else of them is shipped.
      treeshake: { moduleSideEffects: [{ test: /\/libs\//, sideEffects: false }] },
    },
  },
  plugins: [
    VitePWA({
      // Nobody is there to say yes to a new version.
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,woff2,svg}'],
        navigateFallback: '/kiosk/index.html',
        navigateFallbackAllowlist: [/^\/kiosk\/[0-9a-z]{18}$/i],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
});
