import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

import { createCollecting } from '../server/collector/collector-job.ts'
import { collectDue } from '../server/collector/collector.ts'
import { collectorSettingsSchema } from '../server/settings/collector-settings.ts'
import { openStore } from '../server/stores/sql/open-store.ts'
import { events, storeMeasuredSlos } from '../server/testing/measured-slos.ts'
import { metricsEngines, type ScrapedSeries } from '../server/testing/metrics-engine.ts'

// How long one hour of many SLOs takes, from real engines into an embedded store in a folder: npm run bench:collect
const SLO_COUNT = 1000
const INSTANCES = ['a', 'b']
const SCRAPE_SECONDS = 15
const RUNS = 3
const FIRST_HOUR = Date.parse('2025-03-01T00:00:00Z') / 3_600_000
const HOURS = RUNS + 1
const slugs = Array.from({ length: SLO_COUNT }, (_, index) => `slo-${index}`)

for (const { engine, program, isMissing, start } of metricsEngines) {
  if (isMissing) {
    console.log(`${engine}: left out, there is no ${program} on this machine`)
    continue
  }
  const running = await start(slugs.flatMap(scrapedOf))
  const folder = mkdtempSync(join(tmpdir(), 'sre-bench-'))
  const sql = await openStore({ dataFolder: folder }, () => undefined)
  try {
    await storeMeasuredSlos(
      sql,
      slugs.map((slug) => ({ slug, measurement: measurementOf(slug) })),
    )
    const seconds: number[] = []
    for (let run = 1; run <= RUNS; run += 1) seconds.push(await collectHour(FIRST_HOUR + run))
    const rows = await sql.query<{ count: number }>('select count(*)::int as count from bucket')
    const sorted = seconds.toSorted((a, b) => a - b)
    console.log(
      `${engine}: an hour of ${SLO_COUNT} SLOs (${SLO_COUNT * INSTANCES.length * 2} series at ${SCRAPE_SECONDS} s) ` +
        `in ${sorted[Math.floor(RUNS / 2)]?.toFixed(1)} s, median of ${seconds.map((one) => one.toFixed(1)).join(', ')}; ` +
        `${rows[0]?.count} hours held`,
    )
  } finally {
    await sql.close()
    await running.stop()
    rmSync(folder, { recursive: true })
  }

  async function collectHour(hour: number): Promise<number> {
    const now = () => (hour + 1) * 3_600_000 + 6 * 60_000
    const settings = collectorSettingsSchema.parse({ sources: { main: { url: running.url } } })
    const surroundings = {
      settings,
      secret: () => '',
      now,
      random: () => 0,
      fetch,
      wait: (ms: number, signal: AbortSignal) => after(ms, undefined, { signal }),
    }
    const collecting = createCollecting(sql, surroundings, () => undefined)
    const startedAt = performance.now()
    await collecting(new AbortController().signal, (deps) =>
      collectDue({ lagMinutes: 5, backfillDays: 1 / 24, repairHours: 48 }, deps),
    )
    return (performance.now() - startedAt) / 1000
  }
}

function measurementOf(slug: string) {
  const increase = (matcher: string) => `sum(increase(requests_total{slo="${slug}"${matcher}}[{{.window}}]))`
  return { kind: 'bad-total', bad: events(increase(',code=~"5.."')), total: events(increase('')) } as const
}

/** Each SLO is measured by two instances, each of which counts what went well and what did not. */
function scrapedOf(slo: string): readonly ScrapedSeries[] {
  const scrapes = Array.from({ length: (HOURS * 3600) / SCRAPE_SECONDS }, (_, index) => index)
  const seconds = scrapes.map((index) => FIRST_HOUR * 3600 + index * SCRAPE_SECONDS + 7)
  return INSTANCES.flatMap((instance) =>
    ['200', '500'].map((code) => ({
      name: 'requests_total',
      labels: { slo, instance, code },
      type: 'counter' as const,
      seconds,
      values: scrapes.map((index) => index * (code === '200' ? 37 : 1)),
    })),
  )
}
