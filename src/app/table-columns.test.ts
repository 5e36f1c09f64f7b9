import { describe, expect, test } from 'vitest'

import type { PeriodOnWire } from '../contract/catalog.ts'
import { hasPeriodColumns, tableColumns, type TableId } from '../contract/table-columns.ts'
import { scopeColumns, sloColumns } from '../features/budgets/budget-columns.tsx'
import { adherenceColumns } from '../features/indicators/adherence-columns.tsx'
import { depletionColumns } from '../features/indicators/depletion-columns.tsx'
import { endpointColumns } from '../features/indicators/endpoint-columns.tsx'
import { keptColumns } from '../features/indicators/kept-columns.tsx'
import { incidentColumns } from '../features/indicators/recovery-columns.tsx'
import { rotationColumns } from '../features/indicators/rotation-columns.tsx'
import { slaAdherenceColumns } from '../features/indicators/sla-adherence-columns.tsx'
import { slaDepletionColumns } from '../features/indicators/sla-depletion-columns.tsx'
import { slaListColumns } from '../features/indicators/sla-list-columns.tsx'
import { ticketColumns } from '../features/indicators/ticket-columns.tsx'
import { columnPattern } from '../url/column-choice.ts'
import { keptCodec, ticketsCodec } from '../url/indicator-view.ts'
import { slasCodec } from '../url/sla-view.ts'

type Columns = readonly Readonly<{ id: string }>[]

const sla = slasCodec.parse({})

const drawn: Readonly<Record<TableId, (periods: readonly PeriodOnWire[]) => readonly Columns[]>> = {
  listBudgets: () => [sloColumns, scopeColumns],
  listAdherence: (periods) => [adherenceColumns(periods)],
  listDepletion: () => [depletionColumns],
  listEndpointRanking: () => [endpointColumns('availability'), endpointColumns('latency')],
  listTicketTrend: (periods) => [ticketColumns(periods, ticketsCodec.parse({}))],
  listOnCallRotations: () => [rotationColumns(0)],
  listRecoveryTrend: () => [incidentColumns],
  listKeptOverview: (periods) => [keptColumns(periods, keptCodec.parse({}))],
  listSlas: (periods) => [slaListColumns(periods, sla)],
  listSlaDepletion: () => [slaDepletionColumns(sla)],
  listSlaAdherence: (periods) => [slaAdherenceColumns(periods, sla)],
}

const period: PeriodOnWire = {
  id: '2026-P11',
  name: 'P11',
  start: '2026-10-05T00:00:00Z',
  end: '2026-11-02T00:00:00Z',
  isOpen: false,
}
const tables = Object.keys(tableColumns) as TableId[]

describe('columns have one name, on a page and in a file', () => {
  test.each(tables)('%s', (id) => {
    const tablesOfPage = drawn[id]([period]).map((columns) => columns.map((column) => column.id))
    const names = new Set(tablesOfPage.flat())
    const periods = hasPeriodColumns(id) ? [period.id] : []
    expect([...names].toSorted()).toEqual([...tableColumns[id], ...periods].toSorted())
    expect([...names].filter((name) => !columnPattern.test(name))).toEqual([])
  })
})
