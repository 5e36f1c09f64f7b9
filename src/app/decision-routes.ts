import { lazyRouteComponent } from '@tanstack/react-router'

import { page } from './page.ts'

const apiConsumption = page(
  '/decisions/api-consumption',
  lazyRouteComponent(() => import('./pages/api-consumption-page.tsx'), 'ApiConsumptionPage'),
)
const chaosHypothesis = page(
  '/decisions/chaos-hypothesis',
  lazyRouteComponent(() => import('./pages/chaos-hypothesis-page.tsx'), 'ChaosHypothesisPage'),
)
const decisions = page(
  '/decisions',
  lazyRouteComponent(() => import('./pages/decisions-page.tsx'), 'DecisionsPage'),
)
const newDecision = page(
  '/decisions/new',
  lazyRouteComponent(() => import('./pages/new-decision-page.tsx'), 'NewDecisionPage'),
)
const plannedDowntime = page(
  '/decisions/planned-downtime',
  lazyRouteComponent(() => import('./pages/planned-downtime-page.tsx'), 'PlannedDowntimePage'),
)
const serviceAudit = page(
  '/decisions/audit/$service',
  lazyRouteComponent(() => import('./pages/service-audit-page.tsx'), 'ServiceAuditPage'),
)
const decisionRecord = page(
  '/decisions/records/$decision',
  lazyRouteComponent(() => import('./pages/decision-record-page.tsx'), 'DecisionRecordPage'),
)
const setSlo = page(
  '/decisions/set-slo',
  lazyRouteComponent(() => import('./pages/set-slo-page.tsx'), 'SetSloPage'),
)
const setSla = page(
  '/decisions/set-sla',
  lazyRouteComponent(() => import('./pages/set-sla-page.tsx'), 'SetSlaPage'),
)
const sreCapacity = page(
  '/decisions/sre-capacity',
  lazyRouteComponent(() => import('./pages/sre-capacity-page.tsx'), 'SreCapacityPage'),
)
const tighterSlo = page(
  '/decisions/tighter-slo',
  lazyRouteComponent(() => import('./pages/tighter-slo-page.tsx'), 'TighterSloPage'),
)

/** What is decided, the workflows that lead to it, and what is kept of it. */
export const decisionRoutes = [
  apiConsumption,
  chaosHypothesis,
  decisions,
  newDecision,
  plannedDowntime,
  serviceAudit,
  decisionRecord,
  setSlo,
  setSla,
  sreCapacity,
  tighterSlo,
] as const
