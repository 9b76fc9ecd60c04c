import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The plugin is CommonJS without a default that Node can name.
const optimizeLocales = createRequire(import.meta.url)('@react-aria/optimize-locales-plugin') as { vite(options: { locales: string[] }): Plugin };

/** The pages: hashed assets and one `index.html`, built to `dist/web`. In development they speak to the local host on 8787. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US', 'ar-AE'] }), enforce: 'pre' }],
  server: { port: 5173, proxy: { '/v1': 'http://localhost:8787', '/docs': 'http://localhost:8787' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // One module preload for the router's own lazy routes is enough; the polyfill would be an inline script for browsers that lack everything else too.
    modulePreload: { polyfill: false },
    // Fonts stay files: a font inside CSS would be read by every page in either language.
    assetsInlineLimit: 0,
  },
});
