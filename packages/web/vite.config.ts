import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API answers while the app runs under the dev server. */
const api = process.env.API_URL ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), tailwind()],
  // `light-dark()` stays as written: every browser in this list knows it.
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
  },
  server: {
    proxy: { '/api': { target: api, ws: true }, '/contact-intel': { target: api } },
  },
});
