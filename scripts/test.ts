import { spawn } from 'node:child_process'
import { once } from 'node:events'
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

type Step = Readonly<{
  name: string
  title: string
  commands: readonly string[]
  needs?: string
  /** What is quick on one core runs beside the others; what takes both is alone, and seen while it runs. */
  isQuick?: true
}>

const VITEST_REPORT = '.cache/vitest.json'
const PLAYWRIGHT_REPORT = '.cache/playwright.json'

const steps: readonly Step[] = [
  { name: 'format', title: 'Format', commands: ['oxfmt --check'], isQuick: true },
  { name: 'lint', title: 'Lint', commands: ['oxlint'], isQuick: true },
  {
    name: 'types',
    title: 'Types',
    // Four checkers side by side would each work out the types they share.
    commands: ['tsc -p tsconfig.json --singleThreaded', 'tsc -p tsconfig.domain.json'],
    isQuick: true,
  },
  { name: 'unused', title: 'Unused files, exports and dependencies', commands: ['knip'], isQuick: true },
  {
    name: 'build',
    title: 'Production build',
    commands: ['npm run build --silent', 'node scripts/check-build.ts'],
    isQuick: true,
  },
  {
    name: 'unit',
    title: 'Unit, property and contract tests',
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`],
  },
  { name: 'e2e', title: 'Journeys in a real browser', commands: ['playwright test'], needs: 'build' },
]

const chosen = chosenSteps(process.argv.slice(2))
for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true })

const failed = await firstFailure(chosen)
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

async function firstFailure(asked: readonly Step[]): Promise<Step | undefined> {
  const quick = asked.filter(({ isQuick }) => isQuick)
  const haveWorked = await Promise.all(quick.map((step) => works(step, quick.length === 1)))
  const broken = quick.find((_, place) => haveWorked[place] === false)
  if (broken) return broken
  for (const step of asked.filter(({ isQuick }) => !isQuick)) if (!(await works(step, true))) return step
  return undefined
}

/** Beside others a step tells at its end what it had to say, so that their lines do not mix. */
async function works({ name, title, commands }: Step, isAlone: boolean): Promise<boolean> {
  const startedAt = performance.now()
  const said: string[] = []
  const say = isAlone ? console.log : (words: string) => void said.push(words)
  say(`\n── ${title}`)
  if (name === 'e2e') process.env['CHROME_PATH'] = ensureBrowser()
  let hasPassed = true
  for (const command of commands) {
    const { code, output } = await run(command, isAlone ? 'inherit' : 'pipe')
    if (output !== '') say(output.trimEnd())
    hasPassed = code === 0
    if (!hasPassed) break
  }
  say(`── ${title}: ${hasPassed ? 'passed' : 'failed'} in ${seconds(performance.now() - startedAt)}`)
  if (!isAlone) console.log(said.join('\n'))
  return hasPassed
}

async function run(command: string, stdio: 'pipe' | 'inherit'): Promise<{ code: unknown; output: string }> {
  const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(command, {
    shell: true,
    stdio: ['inherit', stdio, stdio],
    // Beside another step the one thread of a linter that is written in Go does with a third less of the processor.
    env: { ...process.env, PATH: path, ...(stdio === 'pipe' && { GOMAXPROCS: '1' }) },
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const [code] = await once(child, 'close')
  return { code, output: Buffer.concat(chunks).toString() }
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
