import type {
  DecisionCategory,
  DecisionOrigin,
  DecisionState,
  EffectResult,
  EffectState,
} from '../../../domain/decision.ts'
import type { SignInMethod } from '../../../domain/access/caller.ts'
import type { MarkedState } from '../../../ui/state-words.ts'

export const categoryWords: Readonly<Record<DecisionCategory, string>> = {
  prioritisation: 'Prioritisation',
  development: 'Development',
  deployment: 'Deployment',
  conversation: 'Conversation',
  reliability: 'Reliability',
  test: 'Test',
  requirement: 'Requirement',
  budget: 'Budget',
  legal: 'Legal',
  regulatory: 'Regulatory',
}

export const workflowWords: Readonly<Record<DecisionOrigin, string>> = {
  'api-consumption': 'Consuming an API',
  'tighter-slo': 'Tighter SLO of a dependency',
  'features-or-reliability': 'Features or reliability',
  'set-slo': 'Setting an SLO',
  'set-sla': 'Setting an SLA',
  'sre-capacity': 'SRE capacity for a team',
  'chaos-hypothesis': 'Chaos hypothesis',
  'planned-downtime': 'Planned downtime',
  none: 'No workflow',
}

export const stateWords: Readonly<Record<DecisionState, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  agreed: 'Agreed',
  effective: 'In effect',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
}

/** Filled: it holds. Hollow: it holds no more, or not yet. */
export const stateMarks: Readonly<Record<DecisionState, MarkedState>> = {
  draft: 'to-come',
  'in-review': 'open',
  agreed: 'fulfilled',
  effective: 'healthy',
  superseded: 'no-traffic',
  withdrawn: 'no-budget',
}

export const effectWords: Readonly<Record<EffectState, string>> = {
  later: 'To come',
  due: 'Due',
  checked: 'Looked at',
}

export const resultWords: Readonly<Record<EffectResult, string>> = {
  proved: 'It came true',
  disproved: 'It did not come true',
  undecided: 'It cannot be told yet',
}

export const methodWords: Readonly<Record<SignInMethod, string>> = {
  oidc: 'single sign-on',
  proxy: 'sign-in of the proxy',
  loopback: 'at the machine itself',
  demo: 'demonstration',
}
