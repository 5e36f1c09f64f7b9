import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openPglite } from '../server/stores/sql/pglite-sql.ts'
import { openPostgres } from '../server/stores/sql/postgres-sql.ts'
import type { SqlHost } from '../server/stores/sql/sql.ts'
import { startPostgres } from '../server/testing/postgres-server.ts'
import { measureStore, type StoreFigures } from './store-load.ts'
import type { PageFigures } from './first-pages.ts'
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
]
console.log(`${figures[0]?.seriesCount} series`)
console.log(`| what | ${figures.map(({ host }) => host).join(' | ')} | target |`)
console.log(`| --- | ${figures.map(() => '---').join(' | ')} | --- |`)
for (const [what, of, target] of rows)
  console.log(`| ${what} | ${figures.map((one) => milliseconds([of(one)])).join(' | ')} | ${target} |`)

console.log(
  `| first page, ${figures.map(({ host }) => `p95 ${host} | its CPU a request | after a change`).join(' | ')} |`,
)
console.log(`| --- | ${figures.map(() => '--- | --- | ---').join(' | ')} |`)
for (const [row, { address }] of (figures[0]?.pages ?? []).entries())
  console.log(`| ${address} | ${figures.flatMap(({ pages }) => pageCells(pages[row])).join(' | ')} |`)
for (const { host, mixed } of figures)
  console.log(`${host}, ${mixed.address}: p95 ${ms(mixed.p95Ms)}, CPU ${ms(mixed.cpuMs)}`)

function pageCells(page: PageFigures | undefined): readonly string[] {
  return page === undefined ? [] : [page.p95Ms, page.cpuMs, page.changedMs].map(ms)
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
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
