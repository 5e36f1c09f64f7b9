/** What each indicator is called, by its address: in lists, on its page and on the way to it. */
export const indicatorNames = {
  'slos-by-service': 'SLOs by service',
  'slo-adherence': 'SLO adherence',
  'error-budget-depletion': 'SLO error budget depletion',
  'premature-exhaustion': 'Premature error budget exhaustion',
  'slas-by-service': 'SLAs by service',
  'sla-depletion': 'SLA error budget depletion',
  'sla-adherence': 'SLA adherence',
  'support-tickets': 'Customer support ticket trend',
  'on-call-rotations': 'On-call rotations by team',
  'recovery-trend': 'Incident time to recovery trend',
  'least-available-endpoints': 'Least available service endpoints',
  'slowest-endpoints': 'Slowest service endpoints',
  'kept-budgets': 'Overview of fulfilled and broken SLOs',
} as const

export function isIndicator(address: string): address is keyof typeof indicatorNames {
  return Object.hasOwn(indicatorNames, address)
}
