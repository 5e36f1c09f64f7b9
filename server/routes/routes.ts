import type { OperationId } from '../../src/contract/operations.ts'
import type { Route } from '../context.ts'
import { listAdherence } from './adherence.ts'
import { readApiConsumption } from './api-consumption.ts'
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.ts'
import { listAudit } from './audit.ts'
import { beforeSreRoutes } from './before-sre.ts'
import { boardRoutes } from './board.ts'
import { readBuckets } from './buckets.ts'
import { listBudgetCurves } from './budget-curves.ts'
import { readBudgetHistory } from './budget-history.ts'
import { listBudgets, readBudgetFacets } from './budgets.ts'
import { calendarRoutes } from './calendar.ts'
import { readCatalogState } from './catalog-state.ts'
import { readChaosHypothesis } from './chaos-hypothesis.ts'
import { listContracts } from './contracts.ts'
import { correctionRoutes } from './corrections.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { decisionRoutes } from './decisions.ts'
import { listDepletion } from './depletion.ts'
import { listDeployments } from './deployments.ts'
import { listEndpointRanking } from './endpoint-ranking.ts'
import { listEndpoints } from './endpoints.ts'
import { listEntries } from './entries.ts'
import { expectationRoutes } from './expectations.ts'
import { readFeaturesOrReliability } from './features-or-reliability.ts'
import { listFeeds } from './feeds.ts'
import { hierarchyRoutes } from './hierarchy-routes.ts'
import { listKeptOverview } from './kept-overview.ts'
import { infrastructureRequestRoutes } from './infrastructure-requests.ts'
import { maturityRoutes } from './maturity.ts'
import { readMe, signOut } from './me.ts'
import { listOnCallRotations } from './on-call-rotations.ts'
import { listOnCall } from './on-call.ts'
import { readOrganization } from './organization.ts'
import { listPeriods } from './periods.ts'
import { policyRoutes } from './policies.ts'
import { readPlannedDowntime } from './planned-downtime.ts'
import { silverBulletRoutes } from './silver-bullets.ts'
import { recordRoutes } from './records.ts'
import { listRecoveryTrend } from './recovery-trend.ts'
import { serviceCatalogRoutes } from './service-catalog.ts'
import { listServices } from './services.ts'
import { readSituation } from './situation.ts'
import { readSetSla } from './set-sla.ts'
import { readSetSlo } from './set-slo.ts'
import { readSreCapacity } from './sre-capacity.ts'
import { listSlaAdherence } from './sla-adherence.ts'
import { listSlaCurves } from './sla-curves.ts'
import { listSlaDepletion } from './sla-depletion.ts'
import { listSlas } from './slas.ts'
import { listSlis } from './slis.ts'
import { listSloBreaches, readSloBreach, reviewSloBreach } from './slo-breaches.ts'
import { listSlos, readSlo } from './slos.ts'
import { changeServiceListing, createStatusUpdate, readStatus } from './status.ts'
import { readTargetChange } from './target-change.ts'
import { teamRuleRoutes } from './team-rule.ts'
import { listTeams } from './teams.ts'
import { listTicketTrend } from './ticket-trend.ts'
import { readTighterSlo } from './tighter-slo.ts'
import { listVerdicts } from './verdicts.ts'

/** An operation without a route does not compile. */
export const routes: Readonly<{ [Id in OperationId]: Route<Id> }> = {
  readOrganization,
  listTeams,
  listDeployments,
  listServices,
  listEndpoints,
  listSlis,
  listSlos,
  readSlo,
  readTargetChange,
  readCatalogState,
  listContracts,
  listPeriods,
  ...decisionRoutes,
  ...deliveryRoutes,
  listBudgets,
  readBudgetFacets,
  readBudgetHistory,
  listOnCall,
  readSituation,
  ...beforeSreRoutes,
  ...boardRoutes,
  ...infrastructureRequestRoutes,
  ...calendarRoutes,
  ...correctionRoutes,
  ...expectationRoutes,
  readStatus,
  createStatusUpdate,
  changeServiceListing,
  listVerdicts,
  readBuckets,
  ...hierarchyRoutes,
  ...serviceCatalogRoutes,
  listAdherence,
  listDepletion,
  listBudgetCurves,
  listSlas,
  listSlaDepletion,
  listSlaCurves,
  listSlaAdherence,
  listEndpointRanking,
  listTicketTrend,
  listOnCallRotations,
  listRecoveryTrend,
  listKeptOverview,
  readFeaturesOrReliability,
  readChaosHypothesis,
  readPlannedDowntime,
  readApiConsumption,
  readTighterSlo,
  readSetSlo,
  readSetSla,
  readSreCapacity,
  listSloBreaches,
  readSloBreach,
  reviewSloBreach,
  ...teamRuleRoutes,
  ...policyRoutes,
  ...silverBulletRoutes,
  ...maturityRoutes,
  ...recordRoutes,
  listFeeds,
  listEntries,
  readMe,
  listApiTokens,
  createApiToken,
  revokeApiToken,
  listAudit,
  signOut,
}
