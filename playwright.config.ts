import { resolve } from 'node:path'

import { defineConfig, devices } from '@playwright/test'

import type { Surroundings } from './e2e/fixtures.ts'
import { browserArgs, findBrowser } from './scripts/find-browser.ts'
import { refuseTakenPorts } from './scripts/refuse-taken-ports.ts'

/** Five ports from here on; another number lets two checkouts run their journeys side by side. */
const FIRST_PORT = Number(process.env['E2E_PORT'] ?? 4190)
const PORTS = {
  server: FIRST_PORT,
  mock: FIRST_PORT + 1,
  pglite: FIRST_PORT + 2,
  postgres: FIRST_PORT + 3,
  simulated: FIRST_PORT + 4,
}
const addressAt = (port: number) => `http://127.0.0.1:${port}`
/** The same organization at the same moment as in the mock, but stored and behind a real server. */
const STORED = ['pglite', 'postgres'] as const
/** What the app does without a server: in the service worker, at a moment that its page chooses. */
const STANDALONE = /@standalone|@everywhere/
/**
 * One walk through each area: reading and writing everywhere, each other in the browser and over one of both stores. That
 * both answer every request alike is what the tests of the API over each of them show.
 */
const over = (store: string) => new RegExp(`@everywhere|@${store}`)
const isCi = process.env['CI'] === 'true'
// For the servers that are started here and by journeys: half of a start is reading the same modules anew.
process.env['NODE_COMPILE_CACHE'] ??= resolve('.cache/compiled')
const browser = findBrowser()
const asked = askedProjects(process.argv)
const isAsked = ({ name }: Readonly<{ name: string }>) => asked.length === 0 || asked.includes(name)

// Playwright itself looks only at the server it waits for. Whoever lists journeys, or walks one in its worker, starts none.
if (process.argv[2] === 'test' && !process.argv.includes('--list'))
  await refuseTakenPorts(
    Object.entries(PORTS)
      .map(([name, port]) => ({ name, port }))
      .filter(isAsked),
  )

export default defineConfig<Surroundings>({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  // On a shared machine one lost click must not hold up everything else; which one it was is said at the end, and is a bug.
  retries: isCi ? 1 : 0,
  // Generous on purpose: a busy machine is not a failure of the app, and no journey waits longer than it must.
  timeout: 180_000,
  expect: { timeout: 30_000 },
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
    {
      name: 'simulated',
      testIgnore: '*.server.spec.ts',
      grepInvert: STANDALONE,
      use: { baseURL: addressAt(PORTS.simulated) },
    },
    {
      name: 'mock',
      testIgnore: '*.server.spec.ts',
      grep: STANDALONE,
      use: { baseURL: addressAt(PORTS.mock) },
    },
    { name: 'server', testMatch: '*.server.spec.ts', use: { baseURL: addressAt(PORTS.server), now: null } },
    ...STORED.map((name) => ({
      name,
      testIgnore: '*.server.spec.ts',
      grep: over(name),
      // The pages are the same, and were looked at in the browser.
      use: { baseURL: addressAt(PORTS[name]), isLookedAtElsewhere: true },
    })),
  ],
  // `--project mock` while working on a page starts what that project needs and nothing else. One is waited for; without an
  // address Playwright starts the others beside its journeys, and each journey waits for its own (e2e/fixtures.ts).
  webServer: [
    {
      name: 'simulated',
      command: `node server/testing/simulated-server.ts ${PORTS.simulated}`,
      url: addressAt(PORTS.simulated),
      timeout: 120_000,
    },
    {
      name: 'mock',
      // Built, not served by the dev server: that one would compile on two cores while the journeys run.
      command: `vite build --mode mock --outDir .cache/mock-dist --logLevel warn && vite preview --mode mock --outDir .cache/mock-dist --host 127.0.0.1 --port ${PORTS.mock} --strictPort`,
    },
    {
      name: 'server',
      command: 'node server/main.ts',
      env: { PORT: `${PORTS.server}`, LOG_LEVEL: 'warn', STORE: 'memory' },
    },
    ...STORED.map((name) => ({
      name,
      command: `node server/testing/frozen-server.ts ${name} ${PORTS[name]}`,
      // It puts its database away itself.
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
    })),
  ].filter(isAsked),
})

function askedProjects(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => {
    if (arg === '--project') return args.slice(index + 1, index + 2)
    return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : []
  })
}
