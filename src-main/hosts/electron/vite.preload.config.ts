import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** 橋の組み立て: one CommonJS file with nothing beside it, since a sandboxed preload script can neither import nor require. */
export default defineConfig({
  root: project('.'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: project('out/electron'),
    // The main process was built into the same folder just before.
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: project('src-main/hosts/electron/preload.ts'),
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
