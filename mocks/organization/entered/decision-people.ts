import type { Decider } from '../../../src/contract/decisions.ts'

const decider = (name: string, role: string): Decider => ({
  name,
  role,
  person: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
})

/** Who decides at Harbourline; they sign in by these names. */
export const people = {
  payments: decider('J. Brandt', 'product owner of Payments'),
  paymentsLead: decider('T. Okafor', 'lead developer of Payments'),
  search: decider('R. Haddad', 'product owner of Search'),
  searchLead: decider('L. Moreau', 'lead developer of Search'),
  messaging: decider('A. Novak', 'product owner of Messaging'),
  messagingOperations: decider('P. Sato', 'operations engineer of Messaging'),
  booking: decider('E. Kowalska', 'product owner of Booking'),
  identity: decider('S. Ahlgren', 'lead developer of Identity'),
  coach: decider('M. Lindqvist', 'SRE coach'),
  counsel: decider('C. Weber', 'legal counsel'),
  management: decider('H. Tanaka', 'general manager'),
  compliance: decider('N. Rossi', 'compliance manager'),
} as const
