import { linkOptions } from '@tanstack/react-router'

import type { UrlCodec } from './codec.ts'
import {
  adherenceCodec,
  depletionCodec,
  endpointsCodec,
  exhaustionCodec,
  keptCodec,
  onCallRotationsCodec,
  recoveryCodec,
  ticketsCodec,
  type IndicatorView,
  type KeptView,
  type RecoveryView,
  type TicketView,
} from './indicator-view.ts'
import { defaultLinksView, linksViewCodec, type LinksView } from './links-view.ts'
import { slaAdherenceCodec, slaDepletionCodec, slasCodec, type SlaView } from './sla-view.ts'

/** A drill-down sets what it is about; everything else is as the page shows it by itself. */
function searchOf<View extends IndicatorView>(codec: UrlCodec<View>, view: Partial<View>) {
  return codec.format({ ...codec.parse({}), ...view })
}

export const indicatorPaths = {
  links: (view: Partial<LinksView> = {}) =>
    linkOptions({
      to: '/indicators/links',
      search: linksViewCodec.format({ ...defaultLinksView, ...view }),
    }),

  sloAdherence: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/slo-adherence', search: searchOf(adherenceCodec, view) }),

  budgetDepletion: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/error-budget-depletion', search: searchOf(depletionCodec, view) }),

  leastAvailable: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/least-available-endpoints', search: searchOf(endpointsCodec, view) }),

  slowest: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/slowest-endpoints', search: searchOf(endpointsCodec, view) }),

  prematureExhaustion: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/premature-exhaustion', search: searchOf(exhaustionCodec, view) }),

  slasByService: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/slas-by-service', search: searchOf(slasCodec, view) }),

  slaAdherence: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/sla-adherence', search: searchOf(slaAdherenceCodec, view) }),

  slaDepletion: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/sla-depletion', search: searchOf(slaDepletionCodec, view) }),

  onCallRotations: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/on-call-rotations', search: searchOf(onCallRotationsCodec, view) }),

  recoveryTrend: (view: Partial<RecoveryView> = {}) =>
    linkOptions({ to: '/indicators/recovery-trend', search: searchOf(recoveryCodec, view) }),

  keptBudgets: (view: Partial<KeptView> = {}) =>
    linkOptions({ to: '/indicators/kept-budgets', search: searchOf(keptCodec, view) }),

  supportTickets: (view: Partial<TicketView> = {}) =>
    linkOptions({ to: '/indicators/support-tickets', search: searchOf(ticketsCodec, view) }),
} as const
