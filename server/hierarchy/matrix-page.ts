import type { Matrix, MatrixCell, MatrixRow } from '../../src/contract/hierarchy.ts'
import type { MatrixRows } from '../../src/contract/names.ts'
import { periodBefore, type Period } from '../../src/domain/period.ts'
import { rolledVerdict } from '../../src/domain/roll-up.ts'
import type { BudgetState } from '../../src/domain/state.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { subjectOf } from '../budgets/subject.ts'
import type { Moment } from '../moment.ts'
import { burningOnWire, periodBudgetOnWire } from '../wire.ts'
import { countEntries } from './count-entries.ts'
import { leastRemaining, type DraftRow } from './matrix-draft.ts'

/** Oldest first. */
const STEPS_BACK = [3, 2, 1]

type Source = Readonly<{ book: BudgetBook; moment: Moment; period: Period }>

export function periodsBefore(period: Period, { scheme }: Moment): readonly Period[] {
  return STEPS_BACK.map((steps) => periodBefore(scheme, period, steps))
}

/** The rows of one page: what their cells need beside how they stand is read for all of them together. */
export async function matrixPage(
  rows: readonly DraftRow[],
  columns: readonly Readonly<{ slug: string }>[],
  level: MatrixRows,
  { book, moment, period }: Source,
): Promise<MatrixRow[]> {
  const cells = rows.flatMap(({ cells: own }) =>
    columns.flatMap(({ slug }) => {
      const entries = own.get(slug)
      return entries === undefined ? [] : [entries]
    }),
  )
  const all = cells.flat()
  const worst = cells.flatMap((entries) => entries.slice(0, 1))
  const [sparklines, ...earlier] = await Promise.all([
    book.dailyRemaining(membersOf(worst), period, moment),
    ...periodsBefore(period, moment).map(statesIn),
  ])
  const sparklineOf = new Map(worst.map((entry, at) => [entry, sparklines[at] ?? []]))

  return rows.map((row) => ({
    key: row.key,
    ...rowWords(row.worst, level),
    sloCount: row.sloCount,
    cells: columns.map(({ slug }) => cellOf(row.cells.get(slug) ?? [])),
  }))

  async function statesIn(before: Period): Promise<ReadonlyMap<BudgetEntry, BudgetState | null>> {
    if (before.startHour < moment.dataFromHour) return new Map()
    const standings = await book.standings(membersOf(all), before, moment)
    return new Map(all.map((entry, at) => [entry, standings[at]?.budget.state ?? null]))
  }

  function cellOf(entries: readonly BudgetEntry[]): MatrixCell | null {
    const [first] = entries
    if (first === undefined) return null
    const { series, standing } = first
    return {
      ...countEntries(entries),
      earlier: earlier.map((states) => rolledVerdict(entries.map((entry) => states.get(entry) ?? null))),
      leastRemaining: leastRemaining(entries),
      worst: {
        ...subjectOf(series.member, series),
        budget: worstBudget(first, moment),
        burning: burningOnWire(standing),
        sparkline: [...(sparklineOf.get(first) ?? [])],
      },
    }
  }
}

function worstBudget({ standing }: BudgetEntry, { nowHour }: Moment): MatrixCell['worst']['budget'] {
  const {
    state,
    remaining,
    total,
    elapsedShare,
    missingHours,
    exhaustedAt,
    projectedExhaustionAt,
    isCorrected,
  } = periodBudgetOnWire(standing.budget, nowHour)
  return {
    state,
    remaining,
    total,
    elapsedShare,
    missingHours,
    exhaustedAt,
    projectedExhaustionAt,
    isCorrected,
  }
}

function membersOf(entries: readonly BudgetEntry[]) {
  return entries.map(({ series }) => series.member)
}

type RowWords = Pick<Matrix['items'][number], 'team' | 'teamName' | 'service' | 'sli' | 'sliName' | 'slo'>

const nobodys: RowWords = { team: null, teamName: null, service: null, sli: null, sliName: null, slo: null }

/** Whose row it is, in as far as all of its budgets have that in common by what they are. */
function rowWords({ series }: BudgetEntry, level: MatrixRows): RowWords {
  const { team, service, sli, id, slug, endpoint, target, thresholdMs, flavor } = series.member.slo
  const { teamName, sliName } = series
  switch (level) {
    case 'team':
      return { ...nobodys, team, teamName }
    case 'service':
      return { ...nobodys, team, teamName, service }
    case 'sli':
      return { ...nobodys, sli, sliName }
    case 'slo': {
      const { verb, path } = endpoint
      return {
        team,
        teamName,
        service,
        sli,
        sliName,
        slo: { id, slug, endpoint: { slug: endpoint.slug, verb, path }, target, thresholdMs, flavor },
      }
    }
  }
}
