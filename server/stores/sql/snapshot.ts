import type { Hour } from '../../../src/domain/hours.ts'
import type { RecordedCorrection } from '../../correction-ports.ts'
import type { Catalog, SeriesKey } from '../../ports.ts'
import { readCatalog } from './catalog-rows.ts'
import { readCorrections } from './correction-rows.ts'
import { createHourChanges, type HourChanges } from './hour-changes.ts'
import { onlyRow, type Sql } from './sql.ts'

export type StoreState = Readonly<{
  revision: number
  /** Counts the writes that changed hours, new ones among them. */
  change: number
  catalogRevision: number
  /** The oldest hour held; null before the first one. */
  fromHour: Hour | null
  /** The end of the last hour held. */
  upToHour: Hour | null
}>

export type StoredSeries = Readonly<{ id: number; beganHour: Hour | null; endedHour: Hour | null }>

/** What changes rarely and is asked for all the time, held in memory until the database says that it changed. */
export type Snapshot = Readonly<{
  state: StoreState
  catalog: Catalog
  series: ReadonlyMap<string, StoredSeries>
  corrections: ReadonlyMap<number, readonly RecordedCorrection[]>
  hours: HourChanges
}>

export const seriesName = ({ sloId, deployment }: SeriesKey): string => `${sloId}@${deployment}`

export async function readState(sql: Sql): Promise<StoreState> {
  return onlyRow(
    sql.query<StoreState>(`
      select revision, change::float8 as change, catalog_revision as "catalogRevision", from_hour as "fromHour", up_to_hour as "upToHour"
      from store_state`),
  )
}

type Loaded = Omit<Snapshot, 'hours'>

/** As of a state that was just read. */
export function createSnapshots(sql: Sql): (state: StoreState) => Promise<Snapshot> {
  let held: Loaded | null = null
  const hours = createHourChanges(sql)
  return async (state) => {
    held = held?.state.catalogRevision === state.catalogRevision ? { ...held, state } : await load(sql)
    await hours.catchUp(held.state.change)
    return { ...held, hours }
  }
}

/** All at one point in time: a catalog whose series are not there yet would be wrong until the next change. */
function load(sql: Sql): Promise<Loaded> {
  return sql.transaction(async (transaction) => {
    await transaction.script('set transaction isolation level repeatable read')
    return {
      state: await readState(transaction),
      catalog: await readCatalog(transaction),
      series: await readSeries(transaction),
      corrections: await readCorrections(transaction),
    }
  })
}

async function readSeries(sql: Sql): Promise<Snapshot['series']> {
  const rows = await sql.query<StoredSeries & SeriesKey>(`
    select id, slo_id as "sloId", deployment, began_hour as "beganHour", ended_hour as "endedHour" from series`)
  return new Map(rows.map((row) => [seriesName(row), row]))
}
