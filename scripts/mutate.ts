import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'

import { instrument, MUTATED, type Mutant } from './mutation/instrument.ts'
import { idsOf, Ledger } from './mutation/ledger.ts'
import { type Outcome, outcomesOf, scoreOf, type Score } from './mutation/score.ts'

const LEDGER = resolve('.cache/mutation-ledger.txt')

const chosen = process.argv.slice(2)
const sources = globSync('src/domain/**/*.ts').filter(
  (name) => !name.endsWith('.test.ts') && !name.includes('/testing/'),
)
const mutated = sources
  .filter((name) => chosen.length === 0 || chosen.some((part) => name.includes(part)))
  .toSorted()
if (mutated.length === 0) {
  console.error(`No file of src/domain has ${chosen.join(' or ')} in its name.`)
  process.exit(2)
}

rmSync(LEDGER, { force: true })
const ledger = new Ledger(LEDGER)
const mutants = await instrument(mutated)
console.log(`${mutants.length} mutants in ${mutated.length} files of src/domain`)

const tests = globSync('src/domain/**/*.test.ts', { cwd: MUTATED })
  .filter((name) => !name.endsWith('golden-coverage.test.ts'))
  .toSorted()
const failed = await failedOf(tests)
report(outcomesOf(mutants, ledger.read()))
if (failed.length > 0) {
  console.error(`Tests that fail without any mutant, so that nothing they say counts: ${failed.join(', ')}`)
  process.exitCode = 1
}

async function failedOf(files: readonly string[]): Promise<readonly string[]> {
  const waiting = [...files]
  const found: string[] = []
  async function work() {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (await failsInAnyWay(file)) found.push(file)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return found
}

/** One that was ended by a mutant without an end is begun again, without that mutant. */
async function failsInAnyWay(file: string): Promise<boolean> {
  const endless = idsOf(ledger.read(), 'endless').size
  if (await passes(file)) return false
  return idsOf(ledger.read(), 'endless').size === endless || failsInAnyWay(file)
}

async function passes(file: string): Promise<boolean> {
  const args = ['run', '--config', 'vitest.mutation.config.ts', file]
  const vitest = spawn(resolve('node_modules/.bin/vitest'), args, {
    env: { ...process.env, MUTATION_LEDGER: LEDGER },
    stdio: 'ignore',
  })
  const [code]: unknown[] = await once(vitest, 'exit')
  return code === 0
}

function report(outcomes: ReadonlyMap<Mutant, Outcome>): void {
  for (const [{ fileName, line, mutator, replacement }, outcome] of outcomes) {
    if (outcome === 'survived' || outcome === 'never met')
      console.log(`${fileName}:${line} ${outcome}: ${mutator} -> ${replacement.replaceAll(/\s+/g, ' ')}`)
  }
  const byFile = Map.groupBy([...outcomes], ([{ fileName }]) => fileName)
  const scores = [...byFile].map(([name, found]) =>
    scoreOf(
      name,
      found.map(([, outcome]) => outcome),
    ),
  )
  for (const score of scores.toSorted((a, b) => (b.share ?? 1) - (a.share ?? 1))) print(score)
  print(scoreOf('all', [...outcomes.values()]))
}

function print({ name, share, counts }: Score): void {
  const percent = share === null ? '-' : `${(share * 100).toFixed(1)} %`
  const figures = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : [`${count} ${outcome}`],
  )
  console.log(`${percent.padStart(7)}  ${name}: ${figures.join(', ')}`)
}
