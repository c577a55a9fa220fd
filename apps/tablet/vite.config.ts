import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';

// A configuration is what Vite takes as a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  root: import.meta.dirname,
  base: '/tablet/',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/tablet',
    emptyOutDir: true,
    sourcemap: false,
    // A data: URL is not a resource the service worker can keep, and the fonts are large anyway.
    assetsInlineLimit: 0,
  },
  plugins: [
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        navigateFallback: '/tablet/index.html',
      },
    }),
  ],
});
