import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A worker is a file of its own and stands beside the program; its source names it by `new URL('./….ts', import.meta.url)`. */
const workers: Readonly<Record<string, string>> = {
  'verify-worker': project('src-main/store/verify-worker.ts'),
  'day-log-worker': project('src-main/system/day-log-worker.ts'),
};

const builtWorkers: Plugin = {
  name: 'built-workers',
  transform: (code) =>
    code.replaceAll(/new URL\((['"])\.\/([\w-]+)\.ts\1,\s*import\.meta\.url\)/g, (_whole, _quote, name: string) => {
      if (!Object.hasOwn(workers, name)) throw new Error(`${name}.ts is started as a worker, but is not built as one`);
      return `new URL('./${name}.js', import.meta.url)`;
    }),
};

/**
 * 本体の組み立て: one folder of modules. `electron` is the program that runs them; the database package has a native part
 * that no bundler can carry. Files that are read at run time lie two folders up, as they do from the sources.
 */
export default defineConfig({
  root: project('.'),
  publicDir: false,
  plugins: [builtWorkers],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: project('out/electron'),
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { main: project('src-main/hosts/electron/main.ts'), ...workers },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
