import { linkOptions } from '@tanstack/react-router'

import { chaosViewCodec, defaultChaosView, type ChaosView } from './chaos-view.ts'
import {
  apiConsumptionViewCodec,
  defaultApiConsumptionView,
  type ApiConsumptionView,
} from './api-consumption-view.ts'
import { decisionsViewCodec, defaultDecisionsView, type DecisionsView } from './decisions-view.ts'
import { defaultDowntimeView, downtimeViewCodec, type DowntimeView } from './downtime-view.ts'
import { defaultNewDecisionView, newDecisionViewCodec, type NewDecisionView } from './new-decision-view.ts'
import { defaultTighterSloView, tighterSloViewCodec, type TighterSloView } from './tighter-slo-view.ts'

export const decisionPaths = {
  list: (view: Partial<DecisionsView> = {}) =>
    linkOptions({
      to: '/decisions',
      search: decisionsViewCodec.format({ ...defaultDecisionsView, ...view }),
    }),

  /** A decision that no workflow leads to. */
  create: (view: Partial<NewDecisionView> = {}) =>
    linkOptions({
      to: '/decisions/new',
      search: newDecisionViewCodec.format({ ...defaultNewDecisionView, ...view }),
    }),

  apiConsumption: (view: Partial<ApiConsumptionView> = {}) =>
    linkOptions({
      to: '/decisions/api-consumption',
      search: apiConsumptionViewCodec.format({ ...defaultApiConsumptionView, ...view }),
    }),

  tighterSlo: (view: Partial<TighterSloView> = {}) =>
    linkOptions({
      to: '/decisions/tighter-slo',
      search: tighterSloViewCodec.format({ ...defaultTighterSloView, ...view }),
    }),

  plannedDowntime: (view: Partial<DowntimeView> = {}) =>
    linkOptions({
      to: '/decisions/planned-downtime',
      search: downtimeViewCodec.format({ ...defaultDowntimeView, ...view }),
    }),

  /** What auditors ask about a service. */
  audit: (service: string) => linkOptions({ to: '/decisions/audit/$service', params: { service } }),
  chaosHypothesis: (view: Partial<ChaosView> = {}) =>
    linkOptions({
      to: '/decisions/chaos-hypothesis',
      search: chaosViewCodec.format({ ...defaultChaosView, ...view }),
    }),

  record: (decision: string) => linkOptions({ to: '/decisions/records/$decision', params: { decision } }),
} as const
