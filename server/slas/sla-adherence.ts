import type {
  ContractBreak,
  SlaAdherenceRow,
  SlaAdherenceSortColumn,
} from '../../src/contract/sla-indicators.ts'
import { adherence, adherenceSummary } from '../../src/domain/adherence.ts'
import { isSignedIn } from '../../src/domain/contract-beginning.ts'
import { describeSlaAdherence } from '../../src/domain/describe-sla-indicators.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { verdictKeys } from '../indicators/verdict-keys.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { periodOnWire } from '../wire.ts'
import { keysOfSubject, rowName, worstOnWire, type SlaRow } from './sla-rows.ts'
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
    const cells = periods.map((period, at) => cellOf(row, at, period, nowHour))
    const summary = adherenceSummary(cells.map((cell) => cell.adherence))
    return { row, wire: { ...row.subject, cells, ...summary } }
  })
}

function cellOf(row: SlaRow, at: number, span: Period, nowHour: Hour): Cell {
  if (row.type === 'endpoint-level') {
    const budget = row.over.budgets[at] ?? null
    const state = budget?.state ?? null
    const remaining = budget === null ? null : comparableRemaining(budget)
    return {
      adherence: adherence({ isOpen: isOpenAt(span, nowHour), state }),
      isSigned: true,
      state,
      remaining,
      isDerived: false,
      brokenBy: [],
      worst: null,
    }
  }
  const { over } = row
  const period = over.periods[at]
  const isSigned = isSignedIn(over.sla.contract.since, span)
  if (!period) return { ...nothingJudged, isSigned }
  return {
    adherence: period.adherence,
    isSigned,
    state: over.own?.[at]?.state ?? null,
    remaining: period.remaining,
    isDerived: period.isDerived,
    brokenBy: period.brokenBy.map((part) => memberOnWire(part, over.parts)),
    worst: worstOnWire(period, over),
  }
}

const nothingJudged = {
  adherence: 'absent',
  state: null,
  remaining: null,
  isDerived: true,
  brokenBy: [],
  worst: null,
} satisfies Omit<Cell, 'isSigned'>

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
  ...keysOfSubject<SlaAdherenceEntry>(),
  ...verdictKeys<SlaAdherenceEntry>(({ wire }) => wire),
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
          contract: row.subject.id,
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
