import { linkOptions } from '@tanstack/react-router'

import {
  defaultPoliciesView,
  defaultPolicyView,
  policiesViewCodec,
  policyViewCodec,
  type PoliciesView,
  type PolicyView,
} from './policies-view.ts'

export const policyPaths = {
  policies: (view: Partial<PoliciesView> = {}) =>
    linkOptions({
      to: '/policies',
      search: policiesViewCodec.format({ ...defaultPoliciesView, ...view }),
    }),

  policy: (team: string, view: Partial<PolicyView> = {}) =>
    linkOptions({
      to: '/policies/$team',
      params: { team },
      search: policyViewCodec.format({ ...defaultPolicyView, ...view }),
    }),
}
