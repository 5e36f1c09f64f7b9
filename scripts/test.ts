import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

import { isInstalled } from '../server/testing/installed-program.ts'
import { ensureBrowser } from './ensure-browser.ts'
import {
  describeCounts,
  playwrightCounts,
  sumCounts,
  vitestCounts,
  type PlaywrightReport,
  type VitestReport,
} from './test-counts.ts'

type Step = Readonly<{ name: string; title: string; commands: readonly string[]; needs?: string }>

const VITEST_REPORT = '.cache/vitest.json'
const PLAYWRIGHT_REPORT = '.cache/playwright.json'

const steps: readonly Step[] = [
  { name: 'format', title: 'Format', commands: ['oxfmt --check'] },
  { name: 'lint', title: 'Lint', commands: ['oxlint'] },
  { name: 'types', title: 'Types', commands: ['tsc -p tsconfig.json', 'tsc -p tsconfig.domain.json'] },
  { name: 'unused', title: 'Unused files, exports and dependencies', commands: ['knip'] },
  {
    name: 'unit',
    title: 'Unit, property and contract tests',
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`],
  },
  {
    name: 'build',
    title: 'Production build',
    commands: ['npm run build --silent', 'node scripts/check-build.ts'],
  },
  { name: 'e2e', title: 'Journeys in a real browser', commands: ['playwright test'], needs: 'build' },
]

const chosen = chosenSteps(process.argv.slice(2))
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true })

const failed = chosen.find((step) => !passes(step))
const counts = sumCounts([
  ...readReport<VitestReport>(VITEST_REPORT).map(vitestCounts),
  ...readReport<PlaywrightReport>(PLAYWRIGHT_REPORT).map(playwrightCounts),
])
const absent = ['prometheus', 'victoria-metrics'].filter((program) => !isInstalled(program))
const isUnproven = process.env['CI'] === 'true' && counts.skipped > 0

console.log('')
if (failed) console.log(`Stopped at ${failed.title}. To run it alone: npm test -- --only ${failed.name}`)
if (isUnproven) console.log('A test that was skipped has proven nothing.')
if (counts.flaky > 0)
  console.log('Flaky journeys, named above, passed only when they were repeated: each is a bug to be mended.')
if (absent.length > 0)
  console.log(`Left out: tests with ${absent.join(', ')}, which Debian has in packages of these names`)
console.log(describeCounts(counts))
if (failed || isUnproven) process.exitCode = 1

function passes({ name, title, commands }: Step): boolean {
  console.log(`\n── ${title}`)
  const startedAt = performance.now()
  if (name === 'e2e') process.env['CHROME_PATH'] = ensureBrowser()
  const hasPassed = commands.every(runs)
  console.log(`── ${title}: ${hasPassed ? 'passed' : 'failed'} in ${seconds(performance.now() - startedAt)}`)
  return hasPassed
}

function runs(command: string): boolean {
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  return (
    spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, PATH: path } }).status === 0
  )
}

/** All steps, or with `--only unit` the one a person is working on, with what it rests on before it. */
function chosenSteps(args: readonly string[]): readonly Step[] {
  if (args.length === 0) return steps
  const [flag, name] = args
  const only = steps.find((step) => step.name === name)
  if (flag !== '--only' || only === undefined || args.length > 2) {
    console.error(`Usage: npm test [-- --only ${steps.map((step) => step.name).join('|')}]`)
    process.exit(2)
  }
  return [...steps.filter((step) => step.name === only.needs), only]
}

function readReport<Report>(path: string): Report[] {
  if (!existsSync(path)) return []
  const report: Report = JSON.parse(readFileSync(path, 'utf8'))
  return [report]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
