/** One of each kind, as the tiny organization's tools would send it. */
export const bucket = {
  slo: 'cart.availability.get-cart',
  deployment: 'north',
  hour: '2026-11-17T05:00:00Z',
  good: 7,
  total: 9,
}
export const incident = {
  id: 'INC-1',
  services: ['cart', 'search'],
  createdAt: '2026-11-10T08:00:00Z',
  resolvedAt: '2026-11-10T09:30:00Z',
  priority: 1,
}
export const ticket = { id: 'T-1', service: 'cart', isReliability: true, createdAt: '2026-11-10T08:00:00Z' }
export const rotation = {
  team: 'buying',
  id: 'R1',
  services: ['cart'],
  deployments: ['north'],
  timeZone: 'Europe/Berlin',
  shifts: [{ weekdays: ['mon', 'tue'], from: '22:00', to: '06:00' }],
  primaryPeople: 1,
  backupPeople: 1,
  since: '2026-01-01T00:00:00Z',
}
export const stat = {
  service: 'cart',
  verb: 'GET',
  path: '/cart',
  deployment: 'north',
  hour: '2026-11-17T05:00:00Z',
  requests: 10,
  failures: 1,
  latencySumMs: 500,
  latencyMaxMs: 120,
  latency: { boundsMs: [50, 100], counts: [4, 5, 1] },
}
export const release = {
  id: 'R-1',
  service: 'cart',
  deployment: 'north',
  version: '1',
  at: '2026-11-10T08:00:00Z',
}
export const build = {
  id: 'B-1',
  service: 'cart',
  startedAt: '2026-11-10T08:00:00Z',
  endedAt: '2026-11-10T08:12:00Z',
  result: 'succeeded',
  commits: [{ id: '9fceb02', authoredAt: '2026-11-09T15:00:00Z', mergedAt: '2026-11-10T07:58:00Z' }],
}
