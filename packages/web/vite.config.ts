import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { api as contract } from '@rapport/contract/api';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

/** Where the API answers while the app runs under the dev server. */
const api = process.env.API_URL ?? 'http://localhost:3000';

/**
 * Of each endpoint the browser needs what the client calls it by; the schemas, which the server checks,
 * stay out of the first load however many endpoints there are.
 */
const endpointsWithoutSchemas = (): Plugin => ({
  name: 'endpoints-without-schemas',
  enforce: 'pre',
  resolveId: (id) => (id === '@rapport/contract/api' ? '\0rapport-api' : undefined),
  load: (id) => {
    if (id !== '\0rapport-api') return undefined;
    const endpoints = Object.entries(contract).map(([name, { method, path, encoding }]) => [
      name,
      { method, path, encoding },
    ]);
    return `export const api = ${JSON.stringify(Object.fromEntries(endpoints))};`;
  },
});

/** Writes .gz and .br beside each text file, so that the server never compresses while somebody waits. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir }) {
    const files = await readdir(dir!, { recursive: true });
    for (const file of files.filter((one) => /\.(js|css|html|svg)$/.test(one))) {
      const path = join(dir!, file);
      const content = await readFile(path);
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
    }
  },
});

export default defineConfig({
  plugins: [endpointsWithoutSchemas(), react(), tailwind(), precompress()],
  build: {
    outDir: 'dist',
    // scripts/bundle-size.ts reads in it what each page loads first.
    manifest: true,
    target: 'es2023',
    // These know `light-dark()`, so that it stays as written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        // One file for what every page needs and no release of ours changes.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/[\w-]*(router|query|history|store)[\w-]*)\//,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: api, ws: true },
      '/contact-intel': { target: api },
      '/files': { target: api },
    },
  },
});
