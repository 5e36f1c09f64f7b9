import type * as z from 'zod/mini'

import { accessOperations } from './access-operations.ts'
import { beforeSreOperations } from './before-sre-operations.ts'
import { agreementOperations } from './agreement-operations.ts'
import { boardOperations } from './board-operations.ts'
import { breachOperations } from './breach-operations.ts'
import { calendarOperations } from './calendar-operations.ts'
import { chaosOperations } from './chaos-operations.ts'
import { coreOperations } from './core-operations.ts'
import { correctionOperations } from './correction-operations.ts'
import { decisionOperations } from './decision-operations.ts'
import { deliveryOperations } from './delivery-operations.ts'
import { dependencyOperations } from './dependency-operations.ts'
import { expectationOperations } from './expectation-operations.ts'
import { facetOperations } from './facet-operations.ts'
import { hierarchyOperations } from './hierarchy-operations.ts'
import { historyOperations } from './history-operations.ts'
import { indicatorOperations } from './indicator-operations.ts'
import { infrastructureRequestOperations } from './infrastructure-request-operations.ts'
import { maturityOperations } from './maturity-operations.ts'
import { onCallOperations } from './on-call-operations.ts'
import type { Operation } from './operation.ts'
import { policyOperations } from './policy-operations.ts'
import { recordOperations } from './record-operations.ts'
import { serviceCatalogOperations } from './service-catalog-operations.ts'
import { downtimeOperations } from './downtime-operations.ts'
import { shortlistOperations } from './shortlist-operations.ts'
import { slaOperations } from './sla-operations.ts'
import { sourceOperations } from './source-operations.ts'
import { statusOperations } from './status-operations.ts'
import { trendOperations } from './trend-operations.ts'

export type { Operation, Permission } from './operation.ts'

/**
 * Every operation of the API, once: the server routes and checks by it, the browser parses by it, the OpenAPI document
 * is generated from it. Path parameters are slugs. A page of the app loads the parts it asks for and no others.
 */
export const operations = {
  ...coreOperations,
  ...historyOperations,
  ...facetOperations,
  ...sourceOperations,
  ...hierarchyOperations,
  ...serviceCatalogOperations,
  ...onCallOperations,
  ...beforeSreOperations,
  ...boardOperations,
  ...calendarOperations,
  ...infrastructureRequestOperations,
  ...correctionOperations,
  ...decisionOperations,
  ...deliveryOperations,
  ...dependencyOperations,
  ...expectationOperations,
  ...statusOperations,
  ...indicatorOperations,
  ...trendOperations,
  ...downtimeOperations,
  ...shortlistOperations,
  ...chaosOperations,
  ...agreementOperations,
  ...slaOperations,
  ...breachOperations,
  ...policyOperations,
  ...maturityOperations,
  ...recordOperations,
  ...accessOperations,
} as const satisfies Readonly<Record<string, Operation>>

export type OperationId = keyof typeof operations
/** Those whose list is also a file. */
export type CsvOperationId = {
  [Id in OperationId]: (typeof operations)[Id] extends { hasCsv: true } ? Id : never
}[OperationId]
export type ResponseOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['response']>
/** What is sent with the operation; undefined where nothing is. */
export type BodyOf<Id extends OperationId> = (typeof operations)[Id] extends {
  body: infer Body extends z.core.$ZodType
}
  ? z.infer<Body>
  : undefined
export type QueryOf<Id extends OperationId> = z.infer<(typeof operations)[Id]['query']>

export const csvOperationIds = (Object.keys(operations) as OperationId[]).filter(
  (id): id is CsvOperationId => (operations[id] as Operation).hasCsv === true,
)
