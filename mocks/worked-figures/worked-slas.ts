import type { Losses, WorkedPlan, WorkedSlo } from './worked-plan.ts'

const broken = [[100, 20, 120]] as const
const kept = [[100, 20, 40]] as const

/** A promise to customers about how long an endpoint takes, and an SLO that guards it. Losses are those of what was promised. */
function promised(
  service: string,
  [verb, path]: readonly [string, string],
  seconds: number,
  percent: number,
  losses: Losses,
): WorkedSlo {
  const slug = `${verb}-${path}`
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return {
    service,
    sli: 'latency',
    endpoint: { slug, verb, path },
    target: (percent + 2) / 100,
    slaTarget: percent / 100,
    thresholdMs: seconds * 1000,
    losses: { 'prod-us': losses },
  }
}

const attachments = '/tenant/{id}/studies/{id}/attachments'
const status = '/tenant/{id}/query/{id}/status'

/** I-05, I-06, I-07 and Fig 11.9 of the reference: what was promised to customers, and what was left of it. */
export const workedSlas: WorkedPlan = {
  name: 'Worked figures: SLAs',
  teams: { 'team-1': ['service-1'], 'team-2': ['service-2'], 'team-3': ['service-3'] },
  slos: [
    promised('service-1', ['GET', attachments], 5, 95, { 1: kept, 2: kept, 3: broken }),
    promised('service-1', ['POST', attachments], 10, 90, { 1: kept, 2: kept, 3: kept }),
    promised('service-2', ['GET', status], 3, 93, { 1: kept, 2: kept, 3: kept }),
    promised('service-2', ['POST', '/tenant/{id}/query'], 10, 90, { 1: kept, 2: kept, 3: kept }),
    // 36 % in 30 hours and 24 % in 30: 1.2 and 0.8 % an hour.
    promised('service-1', ['POST', '/ingest'], 5, 96, {
      1: [
        [50, 30, 36],
        [200, 30, 24],
      ],
    }),
    promised('service-2', ['GET', '/ingest/status'], 3, 93, { 1: [[50, 107, 75]] }),
    // The journey: 40 % in 100 hours and 30 % in 150.
    promised('service-3', ['GET', '/ingested'], 3600, 95, {
      1: [
        [50, 100, 40],
        [300, 150, 30],
      ],
    }),
    // Fig 11.9: a fifth in the first period; in the fourth a tenth in its first week, then 20 points a week.
    promised('service-3', ['GET', '/roundtrip'], 15, 90, {
      1: [[100, 200, 20]],
      4: [
        [0, 168, 10],
        [168, 168, 20],
        [336, 168, 20],
        [504, 168, 20],
      ],
    }),
  ],
  contracts: [
    {
      slug: 'data-roundtrip',
      name: 'Data roundtrip under 15 seconds for 90% of workflows',
      target: 0.9,
      journey: null,
      parts: [
        'service-1.latency.get-tenant-id-studies-id-attachments',
        'service-1.latency.post-tenant-id-studies-id-attachments',
        'service-2.latency.get-tenant-id-query-id-status',
        'service-2.latency.post-tenant-id-query',
      ],
    },
    {
      slug: 'data-ingested',
      name: 'Data ingested in under 1h for 95% of arrived data',
      target: 0.95,
      journey: 'service-3.latency.get-ingested',
      parts: ['service-1.latency.post-ingest', 'service-2.latency.get-ingest-status'],
    },
  ],
  releases: [
    [1, 90],
    [2, 100],
    [3, 50],
    [3, 250],
    [3, 400],
    [4, 10],
    [4, 170],
  ].map(([period = 1, hour = 0]) => ({ service: 'service-3', period, hour, version: `${period}.${hour}` })),
}
