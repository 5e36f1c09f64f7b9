import { HOURS_PER_WEEK } from '../../../src/domain/hours.ts'
import type { LateChange } from '../../../src/domain/restatement.ts'
import type { HourRange } from '../../../src/domain/time-window.ts'
import { lateChangeOf, readLateDays } from './late-change-rows.ts'
import type { Sql } from './sql.ts'

/** What changed of the hours of each series, as far as this server has looked. */
export type HourChanges = Readonly<{
  /** Looks for what is younger than what is known; `change` is the store's. */
  catchUp(change: number): Promise<void>
  /** The last change of these hours since this server began to look; weeks are told apart, hours are not. */
  lastOf(seriesId: number, hours: HourRange): number
  lateOf(seriesId: number): readonly LateChange[]
}>

type WeekRow = Readonly<{ seriesId: number; week: number; change: number }>

const nothing: readonly LateChange[] = []
const nowhere: ReadonlyMap<number, number> = new Map()

export function createHourChanges(sql: Sql): HourChanges {
  let seen: number | null = null
  const weeks = new Map<number, Map<number, number>>()
  const lateDays = new Map<number, Map<string, LateChange>>()
  const lists = new Map<number, readonly LateChange[]>()

  return {
    async catchUp(change) {
      // A request that began earlier may come later.
      if (seen !== null && seen >= change) return
      // What was written before this server looked for the first time is part of all that it works out.
      const changed = seen === null ? [] : await readChangedWeeks(sql, seen)
      const late = await readLateDays(sql, seen ?? -1)
      for (const { seriesId, week, change: last } of changed) entryOf(weeks, seriesId).set(week, last)
      for (const row of late) {
        entryOf(lateDays, row.seriesId).set(`${row.day} ${row.at}`, lateChangeOf(row))
        lists.delete(row.seriesId)
      }
      seen = change
    },
    lastOf(seriesId, { fromHour, toHour }) {
      const firstWeek = Math.floor(fromHour / HOURS_PER_WEEK)
      const lastWeek = Math.floor((toHour - 1) / HOURS_PER_WEEK)
      let last = 0
      for (const [week, change] of weeks.get(seriesId) ?? nowhere) {
        if (week >= firstWeek && week <= lastWeek && change > last) last = change
      }
      return last
    },
    lateOf(seriesId) {
      const days = lateDays.get(seriesId)
      if (days === undefined) return nothing
      const list = lists.get(seriesId) ?? [...days.values()]
      lists.set(seriesId, list)
      return list
    },
  }
}

function readChangedWeeks(sql: Sql, afterChange: number): Promise<readonly WeekRow[]> {
  return sql.query<WeekRow>(
    `select series_id as "seriesId", week, change::float8 as change from bucket_change where change > $1`,
    [afterChange],
  )
}

function entryOf<Key, Value>(all: Map<number, Map<Key, Value>>, seriesId: number): Map<Key, Value> {
  const known = all.get(seriesId) ?? new Map<Key, Value>()
  all.set(seriesId, known)
  return known
}
