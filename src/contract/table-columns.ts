import type { CsvOperationId } from './operations.ts'

/**
 * Columns of the tables that lists are shown as, in their order, by the names that stand for them in addresses: of pages, and
 * of files. Tables by periods have one for each period of theirs too, by its id.
 */
export const tableColumns = {
  listBudgets: [
    'service',
    'team',
    'sli',
    'slo',
    'deployment',
    'state',
    'remaining',
    'so-far',
    'earlier',
    'burn-rate',
    'exhaustion',
  ],
  listAdherence: ['service', 'slo', 'sli', 'deployment', 'broken', 'rate', 'streak', 'team'],
  listDepletion: [
    'service',
    'slo',
    'sli',
    'deployment',
    'period',
    'remaining',
    'exhaustion',
    'average-speed',
    'highest-speed',
    'team',
  ],
  listEndpointRanking: [
    'service',
    'endpoint',
    'deployment',
    'period',
    'availability',
    'average-latency',
    'p50',
    'p95',
    'p99',
    'max-latency',
    'requests',
    'team',
  ],
  listTicketTrend: ['service', 'growth', 'delta', 'direction', 'tickets', 'team'],
  listOnCallRotations: ['team', 'rotation', 'week', 'hours', 'people', 'duty', 'services', 'deployments'],
  listRecoveryTrend: [
    'created',
    'incident',
    'recovery',
    'detection',
    'severity',
    'priority',
    'services',
    'deployments',
    'by',
  ],
  listKeptOverview: ['service', 'broken', 'improving', 'team'],
  listSlas: ['sla', 'contract', 'service', 'team', 'sli', 'deployment', 'leeway', 'remaining', 'adherence'],
  listSlaDepletion: [
    'sla',
    'type',
    'service',
    'deployment',
    'period',
    'remaining',
    'worst',
    'average-speed',
    'highest-speed',
    'basis',
    'sli',
    'team',
  ],
  listSlaAdherence: ['sla', 'type', 'service', 'sli', 'deployment', 'broken', 'rate', 'streak', 'team'],
} as const satisfies Readonly<Partial<Record<CsvOperationId, readonly string[]>>>

export type TableId = keyof typeof tableColumns
export type TableColumn<Id extends TableId> = (typeof tableColumns)[Id][number]

const byPeriods: ReadonlySet<CsvOperationId> = new Set<TableId>([
  'listAdherence',
  'listTicketTrend',
  'listKeptOverview',
  'listSlaAdherence',
])

export function isTable(id: CsvOperationId): id is TableId {
  return Object.hasOwn(tableColumns, id)
}

export function hasPeriodColumns(id: CsvOperationId): boolean {
  return byPeriods.has(id)
}
