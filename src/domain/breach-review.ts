/** What people found when they looked at a breach: did it say what users felt? */
export const breachImpacts = ['well', 'too-severe', 'too-insignificant', 'no-impact'] as const
export type BreachImpact = (typeof breachImpacts)[number]

export const breachCauses = [
  'own-bug',
  'own-unplanned-downtime',
  'own-planned-downtime',
  'internal-dependency',
  'third-party',
] as const
export type BreachCause = (typeof breachCauses)[number]

export const breachProposals = ['improve-service', 'tighten-slo', 'loosen-slo', 'redefine-slo'] as const
export type BreachProposal = (typeof breachProposals)[number]

const proposalsByImpact: Readonly<Record<BreachImpact, BreachProposal>> = {
  well: 'improve-service',
  'too-severe': 'tighten-slo',
  'too-insignificant': 'loosen-slo',
  'no-impact': 'redefine-slo',
}

/**
 * What follows from a breach. One that users felt as it was measured is the service's to mend. One that had hurt too much
 * before it told comes from a promise that is too loose, one that hurt too little from one that is too tight; one that
 * nobody felt measures the wrong thing.
 */
export function proposalOf(impact: BreachImpact): BreachProposal {
  return proposalsByImpact[impact]
}

export type Leaning = Readonly<{ proposal: BreachProposal; count: number; of: number }>

/** What most reviews of an SLO propose, newest first; of as many for two the newer one's. Null without a review. */
export function leaningOf(newestFirst: readonly Readonly<{ impact: BreachImpact }>[]): Leaning | null {
  const proposed = newestFirst.map(({ impact }) => proposalOf(impact))
  const [newest] = proposed
  if (newest === undefined) return null
  const countOf = (proposal: BreachProposal) => proposed.filter((other) => other === proposal).length
  const proposal = proposed.reduce((most, other) => (countOf(other) > countOf(most) ? other : most), newest)
  return { proposal, count: countOf(proposal), of: proposed.length }
}
