import { linkOptions } from '@tanstack/react-router'

import {
  setSlaViewCodec,
  sreCapacityViewCodec,
  type SetSlaView,
  type SreCapacityView,
} from './agreement-views.ts'
import { setSloViewCodec, type SetSloView } from './set-slo-view.ts'

export const agreementPaths = {
  setSlo: (view: Partial<SetSloView> = {}) =>
    linkOptions({
      to: '/decisions/set-slo',
      search: setSloViewCodec.format({ ...setSloViewCodec.parse({}), ...view }),
    }),

  setSla: (view: Partial<SetSlaView> = {}) =>
    linkOptions({
      to: '/decisions/set-sla',
      search: setSlaViewCodec.format({ ...setSlaViewCodec.parse({}), ...view }),
    }),

  sreCapacity: (view: Partial<SreCapacityView> = {}) =>
    linkOptions({
      to: '/decisions/sre-capacity',
      search: sreCapacityViewCodec.format({ ...sreCapacityViewCodec.parse({}), ...view }),
    }),
} as const
