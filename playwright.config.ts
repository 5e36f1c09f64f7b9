import { defineConfig, devices } from '@playwright/test'

import type { Surroundings } from './e2e/fixtures.ts'
import { browserArgs, findBrowser } from './scripts/find-browser.ts'

const MOCK = 'http://127.0.0.1:4191'
const SERVER = 'http://127.0.0.1:4190'
const isCi = process.env['CI'] === 'true'
const browser = findBrowser()

export default defineConfig<Surroundings>({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous on purpose: a busy machine is not a failure of the app, and no journey waits longer than it must.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: isCi,
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: { args: browserArgs, ...(browser && { executablePath: browser }) },
  },
  projects: [
    { name: 'mock', testIgnore: '*.server.spec.ts', use: { baseURL: MOCK } },
    { name: 'server', testMatch: '*.server.spec.ts', use: { baseURL: SERVER, now: null } },
  ],
  webServer: [
    {
      // Built, not served by the dev server: that one would compile on two cores while the journeys run.
      command: `vite build --mode mock --outDir .cache/mock-dist --logLevel warn && vite preview --mode mock --outDir .cache/mock-dist --host 127.0.0.1 --port 4191 --strictPort`,
      url: MOCK,
      timeout: 120_000,
    },
    { command: 'node server/main.ts', url: SERVER, env: { PORT: '4190' }, timeout: 120_000 },
  ],
})
