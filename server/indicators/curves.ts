import type { CurvesRow } from '../../src/contract/indicators.ts'
import type { PolicyMark } from '../../src/contract/policy-mark.ts'
import type { Period } from '../../src/domain/period.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { rowOrder, type RowOrder } from '../row-order.ts'
import { curveMarks } from './curve-marks.ts'
import type { SeriesOverPeriods } from './period-entries.ts'

export type CurvesEntry = SeriesOverPeriods & Readonly<{ prematureCount: number; least: number | null }>

export function curvesEntries(rows: readonly SeriesOverPeriods[]): readonly CurvesEntry[] {
  return rows.map((row) => {
    const budgets = row.entries.flatMap((entry) => (entry === null ? [] : [entry.standing.budget]))
    const remainings = budgets.map(({ remaining }) => remaining).filter((remaining) => remaining !== null)
    return {
      ...row,
      prematureCount: budgets.filter(({ isPremature }) => isPremature).length,
      least: remainings.length === 0 ? null : Math.min(...remainings),
    }
  })
}

/** Who ran out most often first, of those with as many periods who fell lowest. */
export function curvesOrder(): RowOrder<CurvesEntry> {
  const keys = {
    premature: ({ prematureCount }: CurvesEntry) => prematureCount,
    least: ({ least }: CurvesEntry) => least,
  }
  return rowOrder(
    '-premature,least',
    (column) => (column === 'premature' ? keys.premature : keys.least),
    ({ series }) => series.id,
  )
}

const noMarks = { releases: [], targetChanges: [], corrections: [], enactments: [] }

type Source = Readonly<{
  book: BudgetBook
  moment: Moment
  deps: ApiDeps
  /** When clauses were met, by series. */
  enactments: ReadonlyMap<string, readonly PolicyMark[]>
}>

/** The curves of the rows that are shown: only those that are drawn are asked for. */
export async function curvesOnWire(
  entries: readonly CurvesEntry[],
  periods: readonly Period[],
  isPrematureOnly: boolean,
  { book, moment, deps, enactments }: Source,
): Promise<CurvesRow[]> {
  const isDrawn = ({ entries: own }: CurvesEntry, at: number) =>
    own[at] != null && (!isPrematureOnly || own[at].standing.budget.isPremature)
  const byPeriod: ReadonlyMap<CurvesEntry, readonly (number | null)[] | null>[] = []
  for (const [at, period] of periods.entries()) {
    const drawn = entries.filter((entry) => isDrawn(entry, at))
    const members = drawn.map(({ series }) => series.member)
    const daily = await book.dailyRemaining(members, period, moment)
    byPeriod.push(new Map(drawn.map((entry, row) => [entry, daily[row] ?? null])))
  }
  const marks = await curveMarks(
    entries.map((entry) => ({
      member: entry.series.member,
      periods: periods.filter((_, at) => isDrawn(entry, at)),
    })),
    { deps, nowHour: moment.nowHour, enactments },
  )
  return entries.map((entry, row) => ({
    ...subjectOf(entry.series.member, entry.series),
    curves: entry.entries.map((own, at) => {
      if (own === null) return null
      const { state, remaining, isPremature } = own.standing.budget
      const daily = byPeriod[at]?.get(entry)
      return { state, remaining, isPremature, daily: daily ? [...daily] : null }
    }),
    prematureCount: entry.prematureCount,
    marks: marks[row] ?? noMarks,
  }))
}
