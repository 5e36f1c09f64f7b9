import { HOURS_PER_WEEK } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { keyOf, livesIn, loadSeries, type Member } from '../../budgets/series.ts'
import { figuresOf, hoursBehind } from '../../budgets/period-figures.ts'
import { periodsWithData, readMoment, type Moment } from '../../moment.ts'
import type { SqlStore } from './sql-store.ts'
import { readState, type StoreState } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { summaryInputs } from './summary-inputs.ts'
import { upsertSummaries, weeksChangedSince, type SummaryRow } from './summary-rows.ts'

/** Enough for one query to be worth it, little enough for requests to be answered in between. */
const SERIES_AT_ONCE = 40

type Summarizer = Readonly<{
  /** Works out what is missing or holds no more, the newest period first; how many summaries that were. */
  bringUpToDate(isStopping?: () => boolean): Promise<number>
}>

/**
 * Several servers may do it at the same time: each looks again what is missing before it starts on the next few series, and
 * what both work out is the same.
 */
export function createSummarizer(sql: Sql, store: SqlStore): Summarizer {
  let done: Done | null = null

  return {
    async bringUpToDate(isStopping = () => false) {
      const state = await readState(sql)
      const { periodScheme, slos } = await store.catalog()
      const moment = await readMoment(store, periodScheme)
      if (done !== null && isSame(done, state, moment)) return 0

      const members = slos.flatMap((slo) => slo.deployments.map((deployment) => ({ slo, deployment })))
      let made = 0
      for (const period of (await periodsToLookAt(sql, done, state, moment)).toReversed()) {
        for (let start = 0; start < members.length; start += SERIES_AT_ONCE) {
          if (isStopping()) return made
          made += await summarize(members.slice(start, start + SERIES_AT_ONCE), period, moment)
          await nextTurn()
        }
      }
      done = { ...state, nowHour: moment.nowHour }
      return made
    },
  }

  async function summarize(members: readonly Member[], period: Period, { nowHour }: Moment): Promise<number> {
    const held = await store.summaries.read('standing', members.map(keyOf), period, nowHour)
    const { change } = await readState(sql)
    const missing = members.filter((_, position) => held[position] === undefined)
    const { fromHour, toHour } = hoursBehind(period, nowHour)
    const rows = await Promise.all(
      missing.map(async (member): Promise<readonly SummaryRow[]> => {
        if (!livesIn(await store.buckets.lifetime(keyOf(member)), period)) return []
        const series = await loadSeries(store, member, fromHour, toHour)
        const figures = {
          standing: figuresOf.standing(series, period, nowHour),
          daily: figuresOf.daily(series, period, nowHour),
          speeds: figuresOf.speeds(series, period, nowHour),
        }
        return [{ ...keyOf(member), inputs: summaryInputs(series, period, nowHour), figures }]
      }),
    ).then((found) => found.flat())
    if (rows.length > 0) await upsertSummaries(sql, period, change, rows)
    return rows.length
  }
}

type Done = StoreState & Pick<Moment, 'nowHour'>

function isSame(done: Done, state: StoreState, { nowHour }: Moment): boolean {
  return (
    done.change === state.change && done.catalogRevision === state.catalogRevision && done.nowHour === nowHour
  )
}

/** Oldest first. All of them where it is not known what changed. */
async function periodsToLookAt(
  sql: Sql,
  done: Done | null,
  state: StoreState,
  moment: Moment,
): Promise<readonly Period[]> {
  const all = periodsWithData(moment)
  if (done === null || done.catalogRevision !== state.catalogRevision || done.fromHour !== state.fromHour)
    return all
  const weeks = await weeksChangedSince(sql, done.change)
  const isTouched = (period: Period) => {
    const { fromHour, toHour } = hoursBehind(period, moment.nowHour)
    return weeks.some((week) => week * HOURS_PER_WEEK < toHour && (week + 1) * HOURS_PER_WEEK > fromHour)
  }
  // What closed since is no estimate any more, and the open one goes on with every hour.
  return all.filter((period) => period.endHour > done.nowHour || isTouched(period))
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
