import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openPglite } from '../server/stores/sql/pglite-sql.ts'
import { openPostgres } from '../server/stores/sql/postgres-sql.ts'
import type { SqlHost } from '../server/stores/sql/sql.ts'
import { startPostgres } from '../server/testing/postgres-server.ts'
import { measureStore, type StoreFigures } from './store-load.ts'
import { milliseconds } from './table.ts'

type Measured = StoreFigures & Readonly<{ host: string }>

/** Two years, unless fewer days are asked for: `npm run bench:store -- 120` is done sooner. */
const days = Number(process.argv[2] ?? 730)
const figures = [await overPglite(), await overPostgres()]
const rows: readonly (readonly [what: string, of: (figures: StoreFigures) => number, target: string])[] = [
  [`${days} days of all series stored, once`, ({ fillMs }) => fillMs, ''],
  ['all their periods summed up, once', ({ firstSummariesMs }) => firstSummariesMs, ''],
  ['one hour of all series written', ({ writeHourMs }) => writeHourMs, ''],
  ['that hour summed up', ({ summarizeHourMs }) => summarizeHourMs, 'under 5,000 ms'],
  ['first budget page of a server that has just started', ({ coldPageMs }) => coldPageMs, ''],
  ['slowest first page, p95 at 20 at a time', ({ slowest }) => slowest.p95Ms, 'under 100 ms'],
]
console.log(`${figures[0]?.seriesCount} series; slowest page: ${figures.map(slowestOf).join(', ')}`)
console.log(`| what | ${figures.map(({ host }) => host).join(' | ')} | target |`)
console.log(`| --- | ${figures.map(() => '---').join(' | ')} | --- |`)
for (const [what, of, target] of rows)
  console.log(`| ${what} | ${figures.map((one) => milliseconds([of(one)])).join(' | ')} | ${target} |`)

function slowestOf({ host, slowest }: Measured): string {
  return `${slowest.address} on ${host}`
}

async function overPglite(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-bench-'))
  try {
    return await measured('PGlite', await openPglite(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function overPostgres(): Promise<Measured> {
  const server = await startPostgres()
  try {
    return await measured(
      'PostgreSQL',
      await openPostgres(server.url, { report: (error) => console.error(error) }),
    )
  } finally {
    await server.stop()
  }
}

async function measured(host: string, sql: SqlHost): Promise<Measured> {
  console.error(host)
  try {
    return { host, ...(await measureStore(sql, days)) }
  } finally {
    await sql.close()
  }
}
