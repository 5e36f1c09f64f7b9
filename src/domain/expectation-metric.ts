export const expectationMetrics = [
  'not-detected-internally',
  'services-within-budget',
  'reliability-tickets',
  'median-recovery',
  'deployment-failure-rate',
  'deployment-recovery',
  'incidents',
  'teams-on-call',
  'slo-changes',
] as const
export type ExpectationMetric = (typeof expectationMetrics)[number]

/**
 * What comes of several periods: how many there are in one of them on average, the middle of all that is in them, the
 * least of theirs (shares are never averaged into one), or how it stood at their end.
 */
type MetricSpan = 'mean' | 'median' | 'least' | 'last'

export const metricWords = {
  'not-detected-internally': {
    name: 'Outages not detected internally',
    unit: 'a period',
    span: 'mean',
    says: 'Incidents in production that support, a stakeholder or a customer saw first, a period on average',
  },
  'services-within-budget': {
    name: 'Services that kept every budget',
    unit: '%',
    span: 'least',
    says: 'The share of services with every production budget kept: that of the worst period',
  },
  'reliability-tickets': {
    name: 'Reliability tickets',
    unit: 'a period',
    span: 'mean',
    says: 'Tickets of customers about reliability, a period on average',
  },
  'median-recovery': {
    name: 'Time to recovery',
    unit: 'min',
    span: 'median',
    says: 'The median of all resolved production incidents that were created in the periods',
  },
  'deployment-failure-rate': {
    name: 'Deployments that fail',
    unit: '%',
    span: 'median',
    says: 'The median of the periods’ shares of deployments to production that failed, of those whose result is known',
  },
  'deployment-recovery': {
    name: 'Recovery of failed deployments',
    unit: 'min',
    span: 'median',
    says: 'The median of all times from a failed deployment to production until it was repaired or undone',
  },
  incidents: {
    name: 'Incidents',
    unit: 'a period',
    span: 'mean',
    says: 'Incidents in production, a period on average',
  },
  'teams-on-call': {
    name: 'Teams with an on-call rotation',
    unit: 'teams',
    span: 'last',
    says: 'Teams of which a rotation was in force in the last hour of the period',
  },
  'slo-changes': {
    name: 'Changes of SLOs',
    unit: 'a period',
    span: 'mean',
    says: 'New versions of SLOs that had one before, a period on average',
  },
} as const satisfies Readonly<
  Record<ExpectationMetric, Readonly<{ name: string; unit: string; span: MetricSpan; says: string }>>
>

/** Of values by period, oldest first; null where one of the periods has none. */
export function overPeriods(
  span: Exclude<MetricSpan, 'median'>,
  values: readonly (number | null)[],
): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  if (span === 'last') return known.at(-1) ?? null
  if (span === 'least') return known.reduce((least, value) => Math.min(least, value))
  return known.reduce((all, value) => all + value, 0) / known.length
}
