import { linkOptions } from '@tanstack/react-router'

import { planningViewCodec, type PlanningView } from './planning-view.ts'

/** With what is chosen there; the place alone is among the paths that the shell needs. */
export function planningPath(view: PlanningView) {
  return linkOptions({ to: '/planning', search: planningViewCodec.format(view) })
}
