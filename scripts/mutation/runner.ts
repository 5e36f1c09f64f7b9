import { Worker } from 'node:worker_threads'

import fc from 'fast-check'
import { type RunnerTestCase, TestRunner } from 'vitest'

import { idsOf, Ledger } from './ledger.ts'
import { NONE, type Watched } from './watched.ts'

/** What the instrumented code looks at, by the names that Stryker's instrumenter gives it. */
type Switchboard = {
  activeMutant: string | undefined
  currentTestId: string | undefined
  hitCount: number | undefined
  hitLimit: number | undefined
  mutantCoverage: {
    static: Record<string, number>
    perTest: Record<string, Record<string, number>>
  }
}

/** A loop that passes a mutant so much more often than without it will not end. */
const HITS_TOO_MANY = 100
const LOOK_EVERY_MS = 3_000

const ledgerFile = process.env['MUTATION_LEDGER'] ?? ''
const ledger = new Ledger(ledgerFile)
const counters = new Int32Array(new SharedArrayBuffer(8))
const awake = counters.subarray(0, 1)
const begun = counters.subarray(1, 2)
const watched: Watched = { ledgerFile, awake, begun }
new Worker(new URL('watchdog.ts', import.meta.url), { workerData: watched }).unref()

const switchboard: Switchboard = {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: undefined,
  hitLimit: undefined,
  mutantCoverage: { static: {}, perTest: {} },
}
Object.assign(globalThis, { __stryker__: switchboard })

const noted = new Set<string>()
let over: ReadonlySet<string> = new Set()
let dead = new Set<string>()
let lookAgainAt = 0

function note(kind: 'met' | 'met-at-load', ids: Iterable<string>) {
  for (const id of ids) {
    if (noted.has(`${kind} ${id}`)) continue
    noted.add(`${kind} ${id}`)
    ledger.add(kind, id)
  }
}

/** Runs each test as it is, and again for each mutant it met that no test has killed yet. */
export default class MutantRunner extends TestRunner {
  override onCollectStart(file: Parameters<TestRunner['onCollectStart']>[0]): void {
    over = idsOf(ledger.read(), 'test-over')
    // How small a counterexample can be made is of no interest here.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
    super.onCollectStart(file)
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const name = `${test.file.name} > ${test.fullTestName}`
    const run = async () => TestRunner.getTestFn(test)()
    note('met-at-load', Object.keys(switchboard.mutantCoverage.static))
    if (over.has(name)) return

    const met = await mutantsMetBy(run)
    note('met', met.keys())
    for (const [mutant, hits] of met) {
      lookWhatOthersKilled()
      if (!dead.has(mutant) && (await isKilled(mutant, hits, run))) {
        dead.add(mutant)
        ledger.add('killed', mutant)
      }
    }
    ledger.add('test-over', name)
  }
}

/** Other processes try other tests at the same time; a slow test need not try again what a quick one has killed. */
function lookWhatOthersKilled(): void {
  const now = performance.now()
  if (now < lookAgainAt) return
  lookAgainAt = now + LOOK_EVERY_MS
  dead = new Set(idsOf(ledger.read(), 'killed', 'endless'))
}

async function mutantsMetBy(run: () => Promise<void>): Promise<ReadonlyMap<string, number>> {
  switchboard.mutantCoverage.perTest = {}
  switchboard.currentTestId = 'the test'
  await run()
  // Anything but undefined, which would count what runs from here on as running at load.
  switchboard.currentTestId = 'the test again'
  // What it does not stand a second time would be taken for a mutant's death.
  await run()
  return new Map(Object.entries(switchboard.mutantCoverage.perTest['the test'] ?? {}))
}

async function isKilled(mutant: string, hits: number, run: () => Promise<void>): Promise<boolean> {
  Atomics.add(begun, 0, 1)
  Atomics.store(awake, 0, Number(mutant))
  switchboard.activeMutant = mutant
  switchboard.hitCount = 0
  switchboard.hitLimit = hits * HITS_TOO_MANY
  try {
    await run()
    return false
  } catch {
    return true
  } finally {
    switchboard.activeMutant = undefined
    switchboard.hitCount = undefined
    Atomics.store(awake, 0, NONE)
  }
}
