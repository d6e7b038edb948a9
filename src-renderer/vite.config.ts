import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** 画面の組み立て: one page, every asset a file of our own, so that the strict content policy holds. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    // A data: font would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    target: 'chrome140',
    modulePreload: { polyfill: false },
  },
});
