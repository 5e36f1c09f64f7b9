import { expect } from 'vitest'

import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { dayText } from '../../src/domain/day.ts'
import { dayOfHour, type Hour } from '../../src/domain/hours.ts'
import { catalogIndex } from '../catalog-index.ts'
import { knownSlas, promisedMembers } from '../slas/known-slas.ts'
import { lifetimeOf, livesIn, loadSeries, type Member } from '../budgets/series.ts'
import { figuresOf, hoursBehind, type FigureName } from '../budgets/period-figures.ts'
import { judgedPeriods, readMoment } from '../moment.ts'
import { storeOrganization } from './stored-organization.ts'
import { hourlyRows, NOW_HOUR, tinyCatalog, tinyOrganization } from './tiny-organization.ts'
import { upsertBuckets } from '../stores/sql/bucket-writer.ts'
import { createSqlStore, type SqlStore } from '../stores/sql/sql-store.ts'
import type { Sql } from '../stores/sql/sql.ts'

export const FIRST_HOUR = NOW_HOUR - 24 * 7
export const SERIES = [
  'cart.availability.get-cart@north',
  'cart.latency.get-cart@north',
  'search.availability.find@north',
]
/** Not touched by any test, so short. */
const OTHERS = ['cart.availability.get-cart@lab', 'search.latency.find@north']

/** Over one series: without a beginning, with one, by another measure, and one that is still to come. */
const promises = tinyCatalog.contracts.flatMap((contract) => [
  contract,
  { ...contract, slug: 'of-late', since: dayText(dayOfHour(NOW_HOUR) - 3) },
  {
    ...contract,
    slug: 'measured',
    since: dayText(dayOfHour(NOW_HOUR) - 2),
    journey: 'cart.availability.get-cart',
  },
  { ...contract, slug: 'to-come', since: dayText(dayOfHour(NOW_HOUR) + 1) },
])

/** A week of hours in periods of two days, and a clock that lies ahead of them. */
export async function fewDays(sql: Sql) {
  const rows = hourlyRows(FIRST_HOUR, NOW_HOUR, (hour) => (hour % 5 === 0 ? 1 : 0))
  const life = { rows, beganHour: FIRST_HOUR }
  const short = { rows: hourlyRows(NOW_HOUR - 60, NOW_HOUR), beganHour: NOW_HOUR - 60 }
  const tiny = tinyOrganization({
    deps: { catalog: async () => ({ ...tinyCatalog, contracts: promises }) },
    series: Object.fromEntries([...SERIES.map((id) => [id, life]), ...OTHERS.map((id) => [id, short])]),
  })
  const source = { ...tiny, buckets: { ...tiny.buckets, fromHour: async () => FIRST_HOUR } }
  await storeOrganization(sql, source)
  await sql.query('update organization set period_scheme = $1::jsonb', [JSON.stringify(scheme(2))])
  await sql.script('update store_state set catalog_revision = catalog_revision + 1')
  const open = (through = sql) =>
    createSqlStore(through, { now: () => (NOW_HOUR + 500) * 3_600_000, report: fail })
  const ids = await sql.query<{ id: number }>(
    `select id from series where slo_id || '@' || deployment = any(string_to_array($1, ',')) order by id`,
    [SERIES.join()],
  )
  return { sql, open, source, ids: ids.map(({ id }) => id) }
}

export const scheme = (days: number) => ({ kind: 'days', days, anchorHour: FIRST_HOUR - (FIRST_HOUR % 24) })

export function write(
  sql: Sql,
  seriesId: number,
  hour: Hour,
  count: Readonly<{ good: number; total: number }>,
  atMs?: number,
) {
  return upsertBuckets(sql, [{ seriesId, buckets: bucketsFromRows([{ hour, ...count }]) }], hour + 1, atMs)
}

export async function changeCatalog(sql: Sql, script: string): Promise<void> {
  await sql.transaction(async (transaction) => {
    await transaction.script(script)
    await transaction.script(
      'update store_state set catalog_revision = catalog_revision + 1, revision = revision + 1',
    )
  })
}

async function asked(store: SqlStore) {
  const catalog = await store.catalog()
  const moment = await readMoment(store, catalog.periodScheme)
  const ofSlos = catalog.slos.flatMap((slo) => slo.deployments.map((deployment) => ({ slo, deployment })))
  const promised = promisedMembers(knownSlas(catalogIndex(catalog)))
  const members: readonly Member[] = [...ofSlos, ...promised]
  return { members, moment, periods: judgedPeriods(moment) }
}

const figureNames: readonly FigureName[] = ['standing', 'daily', 'speeds']

/** Nothing that is read from summaries differs from what is worked out of the hours. */
export async function expectTrue(store: SqlStore): Promise<void> {
  const { members, moment, periods } = await asked(store)
  const behind = periods.map((period) => hoursBehind(period, moment.nowHour))
  const fromHour = Math.min(...behind.map((hours) => hours.fromHour))
  const toHour = Math.max(...behind.map((hours) => hours.toHour))
  const all = await Promise.all(members.map((member) => loadSeries(store, member, fromHour, toHour)))
  const questions = periods.flatMap((period) => figureNames.map((name) => ({ period, name })))
  const answers = await Promise.all(
    questions.map(({ period, name }) => store.summaries.read(name, members, period, moment)),
  )
  for (const [place, { period, name }] of questions.entries()) {
    for (const [position, series] of all.entries()) {
      const held = answers[place]?.[position]
      if (held === undefined) continue
      expect(livesIn(series, period)).toBe(true)
      const rules = moment.rules.of(members[position]?.slo.team ?? '')
      expect(held).toEqual(figuresOf[name](series, period, moment.nowHour, rules))
    }
  }
}

export async function believed(store: SqlStore): Promise<number> {
  const { members, moment, periods } = await asked(store)
  const found = await Promise.all(
    periods.map((period) => store.summaries.read('standing', members, period, moment)),
  )
  return found.flat().filter((standing) => standing !== undefined).length
}

export async function living(store: SqlStore): Promise<number> {
  const { members, periods, moment } = await asked(store)
  const lives = await Promise.all(members.map((member) => lifetimeOf(store, member)))
  const begun = lives.filter(({ beganHour }) => beganHour <= moment.nowHour)
  return periods.flatMap((period) => begun.filter((life) => livesIn(life, period))).length
}

function fail(error: unknown): void {
  throw error
}
