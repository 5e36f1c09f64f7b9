import type {
  ContractBreak,
  SlaAdherenceRow,
  SlaAdherenceSortColumn,
} from '../../src/contract/sla-indicators.ts'
import { adherence, adherenceSummary } from '../../src/domain/adherence.ts'
import { describeSlaAdherence } from '../../src/domain/describe-sla-indicators.ts'
import type { Period } from '../../src/domain/period.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'
import { rowName, subjectKeys, worstOnWire, type SlaRow } from './sla-rows.ts'
import { memberOnWire } from './slas-over-periods.ts'
import { endpointSlaName } from './known-slas.ts'

/** Who broke most comes first, and of one contract the contract before its parts. */
export const SLA_ADHERENCE_SORT = '-broken,contract,type,service,sla,deployment'

type Cell = SlaAdherenceRow['cells'][number]

export type SlaAdherenceEntry = Readonly<{ row: SlaRow; wire: SlaAdherenceRow }>

export function slaAdherenceEntries(
  rows: readonly SlaRow[],
  periods: readonly Period[],
  { nowHour }: Moment,
): readonly SlaAdherenceEntry[] {
  return rows.map((row) => {
    const cells = periods.map((period, at) => cellOf(row, at, isOpenAt(period, nowHour)))
    const summary = adherenceSummary(cells.map((cell) => cell.adherence))
    return { row, wire: { ...row.subject, cells, ...summary } }
  })
}

function cellOf(row: SlaRow, at: number, isOpen: boolean): Cell {
  if (row.type === 'endpoint-level') {
    const { state = null, remaining = null } = row.over.budgets[at] ?? {}
    return {
      adherence: adherence({ isOpen, state }),
      state,
      remaining,
      isDerived: false,
      brokenBy: [],
      worst: null,
    }
  }
  const { over } = row
  const period = over.periods[at]
  if (!period) {
    return { adherence: 'absent', state: null, remaining: null, isDerived: true, brokenBy: [], worst: null }
  }
  return {
    adherence: period.adherence,
    state: over.own?.[at]?.state ?? null,
    remaining: period.remaining,
    isDerived: period.isDerived,
    brokenBy: period.brokenBy.map((part) => memberOnWire(part, over.parts)),
    worst: worstOnWire(period, over),
  }
}

const MOST_BREAKS = 100

/** Every time a contract did not hold, and by what: a cell has no room for it. */
export function contractBreaks(
  entries: readonly SlaAdherenceEntry[],
  periods: readonly Period[],
  { nowHour }: Moment,
): ContractBreak[] {
  return periods
    .toReversed()
    .flatMap((period) => {
      const at = periods.indexOf(period)
      return entries.flatMap(({ row, wire }): ContractBreak[] => {
        const cell = wire.cells[at]
        const [contract] = wire.contracts
        if (row.type !== 'contractual' || cell?.adherence !== 'broken' || contract === undefined) return []
        const { remaining, brokenBy } = cell
        return [
          {
            contract,
            deployment: wire.deployment,
            period: periodOnWire(period, nowHour),
            remaining,
            brokenBy,
          },
        ]
      })
    })
    .slice(0, MOST_BREAKS)
}

const ownKeys: Readonly<Record<SlaAdherenceSortColumn, (entry: SlaAdherenceEntry) => SortKey>> = {
  contract: ({ row }) => subjectKeys.contract(row),
  sla: ({ row }) => subjectKeys.sla(row),
  type: ({ row }) => subjectKeys.type(row),
  service: ({ row }) => subjectKeys.service(row),
  team: ({ row }) => subjectKeys.team(row),
  sli: ({ row }) => subjectKeys.sli(row),
  target: ({ row }) => subjectKeys.target(row),
  deployment: ({ row }) => subjectKeys.deployment(row),
  broken: ({ wire }) => wire.brokenCount,
  fulfilled: ({ wire }) => wire.fulfilledCount,
  rate: ({ wire }) => wire.fulfilmentRate,
  streak: ({ wire: { streak } }) =>
    streak === null ? null : streak.verdict === 'fulfilled' ? streak.periods : -streak.periods,
}

/** A period's own column sorts by what was left in it. */
export function slaAdherenceOrder(sort: string, periods: readonly Period[]): RowOrder<SlaAdherenceEntry> {
  const keyOfColumn = keyIn(ownKeys)
  const keyOf = (column: string) => {
    const at = periods.findIndex(({ id }) => id === column)
    return at < 0 ? keyOfColumn(column) : ({ wire }: SlaAdherenceEntry) => wire.cells[at]?.remaining ?? null
  }
  return rowOrder(sort, keyOf, ({ row }) => `${row.type} ${row.id}`)
}

/** Which contracts were broken, and by what. */
export function slaAdherenceAnswer(rows: readonly SlaRow[], periods: readonly Period[]): string {
  return describeSlaAdherence(
    rows.flatMap((row) => {
      if (row.type !== 'contractual') return []
      const { over } = row
      const nameOf = (id: string) => {
        const part = over.parts.find(({ sla }) => sla.id === id)
        return part === undefined ? id : endpointSlaName(part.sla)
      }
      return [
        {
          name: rowName(row),
          periods: periods.flatMap((period, at) => {
            const held = over.periods[at]
            if (!held) return []
            const brokenBy = held.brokenBy.map((part) => ({ ...part, id: nameOf(part.id) }))
            return [{ periodName: period.name, period: { ...held, brokenBy } }]
          }),
        },
      ]
    }),
  )
}
