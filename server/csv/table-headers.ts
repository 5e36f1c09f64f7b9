import type { CsvOperationId, ResponseOf } from '../../src/contract/operations.ts'
import type { TableColumn, TableId } from '../../src/contract/table-columns.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

type RowOf<Id extends CsvOperationId> = ResponseOf<Id>['items'][number]

/** What a file has only where its column is asked for: the page draws it of fields that the file has one by one, or not at all. */
export type OnlyChosen<Row> = Readonly<{ header: string; valueOf(row: Row): CsvValue }>

/** What of a file says what each column of the page's table does, by its headers. */
export type TableHeaders<Id extends TableId> = Readonly<{
  of: Readonly<Record<TableColumn<Id>, readonly (string | OnlyChosen<RowOf<Id>>)[]>>
  ofPeriod?: (id: string) => readonly string[]
}>

const ofSlo = ['endpoint', 'target', 'threshold ms', 'kind']
const ofSla = ['sla', 'contractual slas', 'customers', 'holds from', 'target', 'threshold ms']

const ofVerdicts = {
  broken: ['periods broken'],
  rate: ['fulfilment rate'],
  streak: [
    {
      header: 'in a row',
      valueOf: ({ streak }: Pick<RowOf<'listAdherence'>, 'streak'>) =>
        streak && `${streak.periods} ${streak.verdict}`,
    },
  ],
} as const

/** One that a table gets and that is missing here does not compile. */
export const tableHeaders: { readonly [Id in TableId]: TableHeaders<Id> } = {
  listBudgets: {
    of: {
      service: ['service'],
      team: ['team'],
      sli: ['sli'],
      slo: ofSlo,
      deployment: ['deployment'],
      state: ['state'],
      remaining: ['budget left'],
      'so-far': [
        {
          header: 'budget left by day',
          valueOf: ({ sparkline }) => sparkline.map((left) => left ?? 'absent').join(' '),
        },
      ],
      earlier: [
        {
          header: 'periods before',
          valueOf: ({ earlier }) => earlier.map((state) => state ?? 'absent').join(' '),
        },
      ],
      'burn-rate': ['burn rate', 'burn rate window h'],
      exhaustion: ['exhausted at', 'projected exhaustion at'],
    },
  },
  listAdherence: {
    of: {
      service: ['service'],
      slo: ofSlo,
      sli: ['sli'],
      deployment: ['deployment'],
      ...ofVerdicts,
      team: ['team'],
    },
    ofPeriod: (id) => [id, `${id} budget left`],
  },
  listDepletion: {
    of: {
      service: ['service'],
      slo: ofSlo,
      sli: ['sli'],
      deployment: ['deployment'],
      period: ['period', 'period is open'],
      remaining: ['state', 'budget left at the end'],
      exhaustion: ['exhausted at', 'hours to exhaustion', 'exhausted early'],
      'average-speed': ['average speed %/h'],
      'highest-speed': ['highest speed %/h'],
      team: ['team'],
    },
  },
  listEndpointRanking: {
    of: {
      service: ['service'],
      endpoint: ['endpoint'],
      deployment: ['deployment'],
      period: ['period'],
      availability: ['failures', 'availability'],
      'average-latency': ['average latency ms'],
      p50: ['p50 ms'],
      p95: ['p95 ms'],
      p99: ['p99 ms'],
      'max-latency': ['longest latency ms'],
      requests: ['requests'],
      team: ['team'],
    },
  },
  listTicketTrend: {
    of: {
      service: ['service'],
      growth: ['average growth rate'],
      delta: ['average delta'],
      direction: ['trend'],
      tickets: ['tickets'],
      team: ['team'],
    },
    ofPeriod: (id) => [id],
  },
  listOnCallRotations: {
    of: {
      team: ['team'],
      rotation: ['rotation'],
      week: ['covered hours UTC'],
      hours: ['hours a week'],
      people: ['primary people', 'backup people'],
      duty: [
        'since',
        'until',
        {
          header: 'on duty',
          valueOf: ({ isInForce, isOnDuty }) => (isInForce && isOnDuty ? 'yes' : 'no'),
        },
      ],
      services: ['services'],
      deployments: ['deployments'],
    },
  },
  listRecoveryTrend: {
    of: {
      created: ['created'],
      incident: ['incident', 'title'],
      recovery: ['resolved', 'recovery minutes'],
      detection: ['detection minutes'],
      severity: ['severity'],
      priority: ['priority'],
      services: ['services'],
      deployments: ['deployments'],
      by: ['seen first by'],
    },
  },
  listKeptOverview: {
    of: {
      service: ['service'],
      broken: ['periods with a broken SLO'],
      improving: [{ header: 'improving', valueOf: ({ isImproving }) => (isImproving ? 'yes' : 'no') }],
      team: ['team'],
    },
    ofPeriod: (id) => [`${id} within budget`, `${id} broke`],
  },
  listSlas: {
    of: {
      sla: ofSla,
      contract: ['below contract', 'contract holds from'],
      service: ['service'],
      team: ['team'],
      sli: ['sli'],
      deployment: ['deployment'],
      leeway: ['slo target', 'leeway', 'leeway in bad events'],
      remaining: ['state', 'left'],
      // A way to another page, which no file has.
      adherence: [],
    },
  },
  listSlaDepletion: {
    of: {
      sla: ofSla,
      type: ['type'],
      service: ['service'],
      deployment: ['deployment'],
      period: ['period', 'period is open'],
      remaining: ['state', 'left at the end'],
      worst: ['worst part', 'worst part left'],
      'average-speed': ['average speed %/h'],
      'highest-speed': ['highest speed %/h'],
      basis: ['basis'],
      sli: ['sli'],
      team: ['team'],
    },
  },
  listSlaAdherence: {
    of: {
      sla: ofSla,
      type: ['type'],
      service: ['service'],
      sli: ['sli'],
      deployment: ['deployment'],
      ...ofVerdicts,
      team: ['team'],
    },
    ofPeriod: (id) => [id, `${id} left`, `${id} broken by`],
  },
}
