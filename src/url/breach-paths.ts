import { linkOptions } from '@tanstack/react-router'

import { breachesViewCodec, defaultBreachesView, type BreachesView } from './breaches-view.ts'
import { ruleViewCodec, type RuleView } from './rule-view.ts'

export const breachPaths = {
  list: (view: Partial<BreachesView> = {}) =>
    linkOptions({
      to: '/breaches',
      search: breachesViewCodec.format({ ...defaultBreachesView, ...view }),
    }),

  rules: (team: string, view: Partial<RuleView> = {}) =>
    linkOptions({
      to: '/rules/$team',
      params: { team },
      search: ruleViewCodec.format({ ...ruleViewCodec.parse({}), ...view }),
    }),
} as const
