import { HOURS_PER_WEEK } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import {
  keyOf,
  livesIn,
  loadSeries,
  targetTimeline,
  type Member,
  type RecordedSeries,
} from '../../budgets/series.ts'
import { catalogIndex } from '../../catalog-index.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import type { ApiDeps, Catalog } from '../../ports.ts'
import { knownSlas, promisedMembers } from '../../slas/known-slas.ts'
import { figuresOf, hoursBehind } from '../../budgets/period-figures.ts'
import { judgedPeriods, readMoment, type Moment } from '../../moment.ts'
import type { SqlStore } from './sql-store.ts'
import { readState, seriesName, type StoreState } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { lifeDigest, promiseDigest, summaryInputs, targetsDigest } from './summary-inputs.ts'
import { upsertSummaries, weeksChangedSince, type SummaryRow } from './summary-rows.ts'

/** Enough for one query to be worth it, little enough for requests to be answered in between. */
const SERIES_AT_ONCE = 40
/** To work one out takes some milliseconds, in which nobody is answered. */
const SERIES_A_TURN = 8

export type Summarizer = Readonly<{
  /** Works out what is missing or holds no more, periods before months, the newest first; how many summaries that were. */
  bringUpToDate(isStopping?: () => boolean): Promise<number>
}>

/**
 * Several servers may do it at the same time: each looks again what is missing before it starts on the next few series, and
 * what both work out is the same. A store that was just filled need not be read for it: `filledFrom` has the same hours at
 * hand, as long as nothing was written since.
 */
export function createSummarizer(sql: Sql, store: SqlStore, filledFrom: ApiDeps | null = null): Summarizer {
  let done: Done | null = null
  const sameAsFilled: ApiDeps | null = filledFrom && {
    ...store,
    buckets: { ...store.buckets, read: filledFrom.buckets.read },
  }

  /** Who has the hours as they are after the store's change of that number. */
  async function hoursAt(change: number, { nowHour, dataFromHour }: Moment): Promise<ApiDeps> {
    if (filledFrom === null || sameAsFilled === null || change > 0) return store
    // It goes on with the clock: beyond the hours that were copied it knows others.
    const [latestHour, heldFromHour] = await Promise.all([
      filledFrom.buckets.nowHour(),
      filledFrom.buckets.fromHour(),
    ])
    return latestHour === nowHour && heldFromHour === dataFromHour ? sameAsFilled : store
  }

  return {
    async bringUpToDate(isStopping = () => false) {
      const state = await readState(sql)
      const catalog = await store.catalog()
      const moment = await readMoment(store, catalog.periodScheme)
      if (done !== null && isSame(done, state, moment)) return 0

      const judged = judgedSeries(catalog)
      let made = 0
      for (const period of (await periodsToLookAt(sql, done, state, moment)).toReversed()) {
        for (let start = 0; start < judged.length; start += SERIES_AT_ONCE) {
          if (isStopping()) return made
          made += await summarize(judged.slice(start, start + SERIES_AT_ONCE), period, moment)
          await nextTurn()
        }
      }
      done = { ...state, nowHour: moment.nowHour, rules: moment.rules.name }
      return made
    },
  }

  async function summarize(known: readonly JudgedSeries[], period: Period, moment: Moment): Promise<number> {
    const { nowHour } = moment
    const judged = known.map((one) => ({ ...one, by: one.by.filter(hasBegun(period, nowHour)) }))
    const held = await store.summaries.read(
      'standing',
      judged.flatMap(({ by }) => by),
      period,
      moment,
    )
    const { change } = await readState(sql)
    const answers = held[Symbol.iterator]()
    const missing = judged
      .map(({ by, ...one }) => ({ ...one, by: by.filter(() => answers.next().value === undefined) }))
      .filter(({ by }) => by.length > 0)
    const from = await hoursAt(change, moment)
    const loaded = await Promise.all(missing.map((one) => loadLiving(from, one.own, period, nowHour)))
    const rows: SummaryRow[] = []
    for (const [place, one] of missing.entries()) {
      const measured = loaded[place] ?? null
      if (measured !== null) rows.push(...summaryRows(measured, one, period, moment))
      if (place % SERIES_A_TURN === SERIES_A_TURN - 1) await nextTurn()
    }
    if (rows.length > 0) await upsertSummaries(sql, period, change, rows)
    return rows.length
  }
}

/** A series, and its SLO and whatever else was promised about it, which all judge the same hours. */
type JudgedSeries = Readonly<{ own: Member; by: readonly Member[] }>

function judgedSeries(catalog: Catalog): readonly JudgedSeries[] {
  const promised = promisedMembers(knownSlas(catalogIndex(catalog)))
  const bySeries = Map.groupBy(promised, (member) => seriesName(keyOf(member)))
  return catalog.slos.flatMap((slo) =>
    slo.deployments.map((deployment) => {
      const own = { slo, deployment }
      const all = [own, ...(bySeries.get(seriesName(keyOf(own))) ?? [])]
      return { own, by: [...new Map(all.map((member) => [promiseDigest(member), member])).values()] }
    }),
  )
}

/** Nothing is worked out of a period by what was promised only later. */
function hasBegun({ endHour }: Period, nowHour: Hour): (member: Member) => boolean {
  return ({ sinceHour }) => sinceHour === undefined || (sinceHour < endHour && sinceHour <= nowHour)
}

async function loadLiving(
  store: ApiDeps,
  member: Member,
  period: Period,
  nowHour: Hour,
): Promise<RecordedSeries | null> {
  if (!livesIn(await store.buckets.lifetime(keyOf(member)), period)) return null
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  return loadSeries(store, member, fromHour, toHour)
}

function summaryRows(
  measured: RecordedSeries,
  { own, by }: JudgedSeries,
  period: Period,
  { nowHour, rules }: Moment,
): readonly SummaryRow[] {
  const life = lifeDigest(measured)
  const { team } = own.slo
  return by.map((member) => {
    const { slo, sinceHour = measured.beganHour } = member
    const beganHour = Math.max(measured.beganHour, sinceHour)
    const series = { ...measured, targets: targetTimeline(slo), beganHour }
    const targets = promiseDigest(member)
    return {
      ...keyOf(own),
      targets,
      isOfSlo: targets === targetsDigest(own.slo),
      inputs: summaryInputs({ targets, life, rules: rules.nameOf(team) }, period, nowHour),
      figures: {
        standing: figuresOf.standing(series, period, nowHour, rules.of(team)),
        daily: figuresOf.daily(series, period, nowHour, rules.of(team)),
        speeds: figuresOf.speeds(series, period, nowHour, rules.of(team)),
      },
    }
  })
}

type Done = StoreState & Readonly<{ nowHour: Hour; rules: string }>

function isSame(done: Done, state: StoreState, { nowHour, rules }: Moment): boolean {
  return (
    done.change === state.change &&
    done.catalogRevision === state.catalogRevision &&
    done.nowHour === nowHour &&
    done.rules === rules.name
  )
}

/** In the order of all: granted periods come last, and are summed up first. All of them where it is not known what changed. */
async function periodsToLookAt(
  sql: Sql,
  done: Done | null,
  state: StoreState,
  moment: Moment,
): Promise<readonly Period[]> {
  const all = judgedPeriods(moment)
  // Where a series begins counts as part of the catalog: data that begin earlier have changed it.
  if (done === null || done.catalogRevision !== state.catalogRevision) return all
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
