import { setTimeout as after } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import { createCollecting } from '../server/collector/collector-job.ts'
import { collectPast } from '../server/collector/collector.ts'
import { readSettings } from '../server/settings/settings.ts'
import { openStore } from '../server/stores/sql/open-store.ts'
import { hourFromIso, isoFromHour } from '../src/domain/hours.ts'
import { messageOf, type Terminal } from './terminal.ts'

const USAGE = `Usage: npm run collect -- --from 2026-09-01 --to 2026-11-01 [--slo ID]

Fetches that span again, to before the end given, and replaces what was held. Days begin at midnight UTC; hours are
written 2026-09-01T13:00:00Z. An embedded store (DATA_DIR) must not be in use by a server; PostgreSQL may be.`

/** Carries out what the words say, and gives back the exit code. */
export async function collectCommand(words: readonly string[], terminal: Terminal): Promise<0 | 1> {
  try {
    return await collect(wordsFrom(words), terminal)
  } catch (error) {
    terminal.complain(messageOf(error))
    return 1
  }
}

type Words = Readonly<{ fromHour: number; toHour: number; sloId: string | null }>

function wordsFrom(words: readonly string[]): Words {
  const { values } = parseArgs({
    args: [...words],
    options: { from: { type: 'string' }, to: { type: 'string' }, slo: { type: 'string' } },
  })
  const [fromHour, toHour] = [hourFrom('--from', values.from), hourFrom('--to', values.to)]
  if (toHour <= fromHour) throw new Error(`--to must be later than --from\n\n${USAGE}`)
  return { fromHour, toHour, sloId: values.slo ?? null }
}

function hourFrom(name: string, text: string | undefined): number {
  const hour = hourFromIso(text?.includes('T') ? text : `${text}T00:00:00Z`)
  if (hour !== null) return hour
  throw new Error(
    `${name} ${text === undefined ? 'is missing' : `is "${text}", which is no day`}\n\n${USAGE}`,
  )
}

async function collect(
  { fromHour, toHour, sloId }: Words,
  { environment, say, complain }: Terminal,
): Promise<0 | 1> {
  const { storePlace, collector: settings, secret } = readSettings(environment)
  if (storePlace === null)
    throw new Error(
      'Say where the data are kept: DATA_DIR=folder for embedded data, DATABASE_URL for PostgreSQL',
    )
  const host = await openStore(storePlace, (error) => complain(messageOf(error)))
  try {
    const attempts = { all: 0, failed: 0 }
    const collecting = createCollecting(
      host.forJobs,
      {
        settings,
        secret,
        now: Date.now,
        random: Math.random,
        fetch,
        wait: (ms, signal) => after(ms, undefined, { signal }),
      },
      (_, isFailed) => {
        attempts.all += 1
        attempts.failed += isFailed ? 1 : 0
      },
    )
    const { series, failures, hourCount } = await collecting(new AbortController().signal, (deps) =>
      collectPast({ fromHour, toHour }, sloId, deps),
    )
    if (series.length === 0)
      throw new Error(
        sloId === null ? 'No SLO of the store says how it is measured' : `No SLO ${sloId} is measured`,
      )
    for (const { sloId: id, deployment, reason } of failures) complain(`${id} in ${deployment}: ${reason}`)
    say(
      `${hourCount} hours of ${series.length} series from ${isoFromHour(fromHour)} to before ${isoFromHour(toHour)}, ` +
        `${attempts.all} queries, ${failures.length} series failed`,
    )
    return failures.length === 0 ? 0 : 1
  } finally {
    await host.close()
  }
}
