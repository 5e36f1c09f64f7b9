import type { CsvOperationId, ResponseOf } from '../../src/contract/operations.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { adherenceCsvHeader, adherenceCsvRow } from './adherence-csv.ts'
import { breachCsvHeader, breachCsvRow } from './breach-csv.ts'
import { budgetCsvHeader, budgetCsvRow } from './budget-csv.ts'
import { catalogCsvHeader, catalogCsvRow } from './catalog-csv.ts'
import { correctionCsvHeader, correctionCsvRow } from './correction-csv.ts'
import {
  bottleneckCsvHeader,
  bottleneckCsvRow,
  buildCsvHeader,
  buildCsvRow,
  deliveryCsvHeader,
  deliveryCsvRow,
  releaseCsvHeader,
  releaseCsvRow,
} from './delivery-csv.ts'
import { depletionCsvHeader, depletionCsvRow } from './depletion-csv.ts'
import { enactmentCsvHeader, enactmentCsvRow } from './enactment-csv.ts'
import { endpointCsvHeader, endpointCsvRow } from './endpoint-csv.ts'
import { decisionCsvHeader, decisionCsvRow } from './decision-csv.ts'
import { expectationCsvHeader, expectationCsvRow } from './expectation-csv.ts'
import { keptCsvHeader, keptCsvRow } from './kept-csv.ts'
import { reviewCsvHeader, reviewCsvRow } from './review-csv.ts'
import {
  slaAdherenceCsvHeader,
  slaAdherenceCsvRow,
  slaDepletionCsvHeader,
  slaDepletionCsvRow,
  slaListCsvHeader,
  slaListCsvRow,
} from './sla-csv.ts'
import {
  incidentCsvHeader,
  incidentCsvRow,
  rotationCsvHeader,
  rotationCsvRow,
  ticketCsvHeader,
  ticketCsvRow,
} from './support-csv.ts'

export type CsvTable<Id extends CsvOperationId> = Readonly<{
  /** Of a page, because tables by periods have a column for each of theirs. */
  headerOf(page: ResponseOf<Id>): readonly string[]
  rowOf(row: ResponseOf<Id>['items'][number]): readonly CsvValue[]
}>

/** What stands in the file of each list. One that the contract promises and that is missing here does not compile. */
export const csvTables: Readonly<{ [Id in CsvOperationId]: CsvTable<Id> }> = {
  listBudgets: { headerOf: () => budgetCsvHeader, rowOf: budgetCsvRow },
  listAdherence: { headerOf: ({ periods }) => adherenceCsvHeader(periods), rowOf: adherenceCsvRow },
  listDepletion: { headerOf: () => depletionCsvHeader, rowOf: depletionCsvRow },
  listEndpointRanking: { headerOf: () => endpointCsvHeader, rowOf: endpointCsvRow },
  listTicketTrend: { headerOf: ({ periods }) => ticketCsvHeader(periods), rowOf: ticketCsvRow },
  listOnCallRotations: { headerOf: () => rotationCsvHeader, rowOf: rotationCsvRow },
  listRecoveryTrend: { headerOf: () => incidentCsvHeader, rowOf: incidentCsvRow },
  listKeptOverview: { headerOf: ({ periods }) => keptCsvHeader(periods), rowOf: keptCsvRow },
  listSlas: { headerOf: () => slaListCsvHeader, rowOf: slaListCsvRow },
  listSlaDepletion: { headerOf: () => slaDepletionCsvHeader, rowOf: slaDepletionCsvRow },
  listSlaAdherence: { headerOf: ({ periods }) => slaAdherenceCsvHeader(periods), rowOf: slaAdherenceCsvRow },
  listCatalogServices: { headerOf: () => catalogCsvHeader, rowOf: catalogCsvRow },
  listReviews: { headerOf: () => reviewCsvHeader, rowOf: reviewCsvRow },
  listCorrections: { headerOf: () => correctionCsvHeader, rowOf: correctionCsvRow },
  listDecisions: { headerOf: () => decisionCsvHeader, rowOf: decisionCsvRow },
  listDelivery: { headerOf: () => deliveryCsvHeader, rowOf: deliveryCsvRow },
  listBottlenecks: { headerOf: () => bottleneckCsvHeader, rowOf: bottleneckCsvRow },
  listReleases: { headerOf: () => releaseCsvHeader, rowOf: releaseCsvRow },
  listBuilds: { headerOf: () => buildCsvHeader, rowOf: buildCsvRow },
  listExpectations: { headerOf: () => expectationCsvHeader, rowOf: expectationCsvRow },
  listEnactments: { headerOf: () => enactmentCsvHeader, rowOf: enactmentCsvRow },
  listSloBreaches: { headerOf: () => breachCsvHeader, rowOf: breachCsvRow },
}
