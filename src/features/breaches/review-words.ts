import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import type { BreachImpact, BreachProposal } from '../../domain/breach-review.ts'

export const impactWords: Readonly<Record<BreachImpact, string>> = {
  well: 'It reflects what users felt',
  'too-severe': 'Users were hit too hard before it told anybody',
  'too-insignificant': 'It was too little for users to mind',
  'no-impact': 'Users felt nothing of it at all',
}

/** Where there is little room. */
export const shortImpactWords: Readonly<Record<BreachImpact, string>> = {
  well: 'As measured',
  'too-severe': 'Hit too hard',
  'too-insignificant': 'Too little',
  'no-impact': 'Nothing',
}

export const proposalWords: Readonly<Record<BreachProposal, string>> = {
  'improve-service': 'Improve the service',
  'tighten-slo': 'Tighten the SLO',
  'loosen-slo': 'Loosen the SLO',
  'redefine-slo': 'Redefine the SLO',
}

export const proposalReasons: Readonly<Record<BreachProposal, string>> = {
  'improve-service': 'The SLO says what users feel, so it is the service that has to change.',
  'tighten-slo': 'A tighter target alerts while there is still little harm done.',
  'loosen-slo': 'A looser target stops telling of what nobody minds.',
  'redefine-slo': 'It measures something else than what users feel: another SLI, threshold or endpoint.',
}

/** "4 of 6 reviews of this SLO say: tighten the SLO." */
export function leaningWords({ proposal, count, of }: NonNullable<SloBreachDetail['leaning']>): string {
  const said = proposalWords[proposal]
  const what = `${said.charAt(0).toLowerCase()}${said.slice(1)}`
  return of === 1 ? `The only review says: ${what}.` : `${count} of ${of} reviews say: ${what}.`
}
