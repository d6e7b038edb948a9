import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** 画面の組み立て: one page and the font of the printed sheets, every asset a file of our own, so that the strict content policy holds. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: here('../out/renderer'),
    emptyOutDir: true,
    // A data: font would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The printed sheets take the font alone, by a name that stays the same; its files are the screens' own.
      input: { index: here('index.html'), 'print-font': here('styles/print-font.css') },
      output: {
        assetFileNames: ({ names }) =>
          names.includes('print-font.css') ? '[name][extname]' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
