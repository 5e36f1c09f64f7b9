import { resolve } from 'node:path'

import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'

import { chunkGroups } from './scripts/chunk-groups.ts'
import { firstRequestsPlugin } from './scripts/first-requests-plugin.ts'

const isFont = /\.woff2?$/

const allTests = ['{src,server,mocks,scripts}/**/*.test.{ts,tsx}']
/** They put other modules in place of ours, or look at what a process remembers. */
const needOwnProcess = ['server/stores/sql/power-cut.test.ts', 'src/ui/zone-offset.test.ts']

export default defineConfig(({ mode }) => ({
  // A constant, so that the guarded import of the mock is gone from a production build, worker included.
  define: { __MOCK_API__: JSON.stringify(mode === 'mock') },
  plugins: [react(), msw(), firstRequestsPlugin()],
  // The router's store asks for a stand-in of what React has had since 18.
  resolve: {
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  build: {
    target: 'es2024',
    // A font as a data address would block the first paint and could not be cached for itself.
    assetsInlineLimit: (path: string) => (isFont.test(path) ? false : undefined),
    reportCompressedSize: false,
    // Every browser of that target knows modulepreload.
    modulePreload: { polyfill: false },
    // One file of style: a dozen small ones cost more than they save.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  server: mode === 'mock' ? {} : { proxy: { '/api': 'http://127.0.0.1:4180' } },
  test: {
    environment: 'node',
    setupFiles: ['./vitest.properties.ts'],
    globalSetup: ['./vitest.databases.ts'],
    // Generous on purpose: a busy machine is not a failure of the code, and no test waits longer than it must.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves a core to whoever watches; here nobody does, and half of the time is spent waiting for databases.
    maxWorkers: '100%',
    // Most of what a test makes is dropped at once, in heaps that are full of what all files share; and to make WebAssembly
    // fast takes a core from the tests for longer than they save.
    execArgv: ['--max-semi-space-size=64', '--min-semi-space-size=32', '--liftoff-only'],
    // For the processes that tests start: most of their time would go into reading the same modules each time.
    env: { NODE_COMPILE_CACHE: resolve('.cache/compiled') },
    // A process a file costs more than most files' tests.
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: allTests, exclude: needOwnProcess, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: needOwnProcess } },
    ],
  },
}))
