import type { SlaDepletionRow, SlaDepletionSortColumn } from '../../src/contract/sla-indicators.ts'
import { remainingOfServices, type ContractPart } from '../../src/domain/contract-adherence.ts'
import {
  describeHiddenPart,
  describeRoom,
  describeSlaDepletion,
} from '../../src/domain/describe-sla-indicators.ts'
import type { DepletionSpeeds } from '../../src/domain/episode.ts'
import { sentences } from '../../src/domain/indicator-words.ts'
import type { Period } from '../../src/domain/period.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { Member } from '../budgets/series.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'
import { keysOfSubject, rowName, worstOnWire, type SlaRow } from './sla-rows.ts'
import { partsIn } from './slas-over-periods.ts'

/** Nearest to a penalty first. */
export const SLA_DEPLETION_SORT = 'remaining,-period,contract,type,service,sla,deployment'

export type SlaDepletionEntry = Readonly<{
  row: SlaRow
  period: Period
  basis: SlaDepletionRow['basis']
  state: SlaDepletionRow['state']
  remaining: number | null
  worst: SlaDepletionRow['worst']
  /** What is measured; null for a mean, which has no episodes. */
  member: Member | null
  speeds: DepletionSpeeds | null
}>

/** A row for each period an SLA existed in. */
export function slaDepletionEntries(
  rows: readonly SlaRow[],
  periods: readonly Period[],
): readonly SlaDepletionEntry[] {
  return rows.flatMap((row) =>
    periods.flatMap((period, at) => {
      const standing = standingIn(row, at)
      return standing === null ? [] : [{ row, period, speeds: null, ...standing }]
    }),
  )
}

type Standing = Omit<SlaDepletionEntry, 'row' | 'period' | 'speeds'>

/** Of a contract some of whose services are selected the mean of those, whatever it is measured by. */
export function standingIn(row: SlaRow, at: number): Standing | null {
  if (row.type === 'endpoint-level') {
    const budget = row.over.budgets[at]
    if (!budget) return null
    const { state, remaining, total } = budget
    // Without an event there is nothing that could be left: the same dash as in every table.
    const left = total === 0 ? null : remaining
    return { basis: null, state, remaining: left, worst: null, member: row.over.sla.member }
  }
  const { over, selected } = row
  const period = over.periods[at]
  if (!period) return null
  const worst = worstOnWire(period, over)
  if (selected.length < (row.subject.contract?.serviceCount ?? 0)) {
    const remaining = remainingOfServices(partsIn(over.parts, at), selected)
    return { basis: 'mean-of-selected', state: null, remaining, worst, member: null }
  }
  const own = over.own?.[at] ?? null
  if (own === null) {
    const state = period.remaining === null ? silenceOf(partsIn(over.parts, at)) : null
    return { basis: 'mean', state, remaining: period.remaining, worst, member: null }
  }
  const left = own.total === 0 ? null : own.remaining
  return { basis: 'own', state: own.state, remaining: left, worst, member: over.sla.journey }
}

/** A mean of nothing is silent as its parts are. */
function silenceOf(parts: readonly ContractPart[]): 'no-traffic' | 'no-data' {
  return parts.every(({ budget }) => budget.state === 'no-traffic') ? 'no-traffic' : 'no-data'
}

/** Speeds cost a look at every hour, so only rows that are shown or sorted by them have them. */
export async function withSlaSpeeds(
  entries: readonly SlaDepletionEntry[],
  slaBook: BudgetBook,
  moment: Moment,
): Promise<SlaDepletionEntry[]> {
  const found = new Map<SlaDepletionEntry, DepletionSpeeds | null>()
  const missing = entries.filter(({ member, speeds }) => member !== null && speeds === null)
  for (const ofPeriod of Map.groupBy(missing, ({ period }) => period).values()) {
    const [first] = ofPeriod
    if (first === undefined) continue
    const members = ofPeriod.flatMap(({ member }) => member ?? [])
    const speeds = await slaBook.speeds(members, first.period, moment)
    for (const [row, entry] of ofPeriod.entries()) found.set(entry, speeds[row] ?? null)
  }
  return entries.map((entry) => ({ ...entry, speeds: entry.speeds ?? found.get(entry) ?? null }))
}

export function isSlaSortedBySpeed(sort: string): boolean {
  return sort.split(',').some((term) => term.endsWith('-speed'))
}

const keys: Readonly<Record<SlaDepletionSortColumn, (entry: SlaDepletionEntry) => SortKey>> = {
  ...keysOfSubject<SlaDepletionEntry>(),
  period: ({ period }) => period.startHour,
  remaining: ({ remaining }) => remaining,
  'average-speed': ({ speeds }) => speeds?.average ?? null,
  'highest-speed': ({ speeds }) => speeds?.highest ?? null,
}

export function slaDepletionOrder(sort: string): RowOrder<SlaDepletionEntry> {
  return rowOrder(sort, keyIn(keys), ({ row, period }) => `${row.type} ${row.id} ${period.id}`)
}

/** How far it is to a penalty, and where so much is always left that more could be promised. */
export function slaDepletionAnswer(entries: readonly SlaDepletionEntry[], { nowHour }: Moment): string {
  const contracts = entries
    .filter(({ row }) => row.type === 'contractual')
    .map(({ row, period, state, remaining, worst }) => ({
      contract: row.subject.id,
      name: rowName(row),
      periodName: period.name,
      isOpen: isOpenAt(period, nowHour),
      state,
      remaining,
      worst: worst && { name: `${worst.name} of ${worst.service}`, remaining: worst.remaining },
    }))
  return sentences([describeSlaDepletion(contracts), describeHiddenPart(contracts), describeRoom(contracts)])
}

export function slaDepletionOnWire(entry: SlaDepletionEntry, { nowHour }: Moment): SlaDepletionRow {
  const { row, period, basis, state, remaining, worst, speeds } = entry
  return {
    ...row.subject,
    period: periodOnWire(period, nowHour),
    basis,
    state,
    remaining,
    worst,
    averageSpeed: speeds?.average ?? null,
    highestSpeed: speeds?.highest ?? null,
  }
}
