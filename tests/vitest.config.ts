import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const chromium = process.env['MADOGUCHI_CHROMIUM'] ?? '/usr/bin/chromium';

/** テストの構成: `fast` runs in Node, `screens` in a real browser, `slow` starts whole programs one after another; `office` is a run of its own. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          root,
          include: ['tests/src-shared/**/*.test.ts', 'tests/src-main/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react(), tailwindcss()],
        // Found beforehand: a dependency met for the first time in the middle of a run would reload the page under a test.
        optimizeDeps: {
          include: [
            'axe-core',
            'react',
            'react-aria-components',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'zod',
            'zustand',
          ],
        },
        test: {
          name: 'screens',
          root,
          include: ['tests/src-renderer/**/*.test.ts', 'tests/src-renderer/**/*.test.tsx'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: [
                  '--no-sandbox',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1366, height: 768 } }],
          },
        },
      },
      {
        test: {
          name: 'slow',
          root,
          include: [
            'tests/hosts/**/*.test.ts',
            'tests/journeys/**/*.test.ts',
            'tests/ledger-torture/**/*.test.ts',
            'tests/package/**/*.test.ts',
          ],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'office',
          root,
          include: ['tests/office/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
