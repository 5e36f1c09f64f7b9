import * as z from 'zod/mini'

import * as builds from './builds.ts'
import * as catalog from './catalog.ts'
import * as delivery from './delivery.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

export const deliveryOperations = {
  listReleases: {
    path: '/api/releases',
    hasCsv: true,
    query: catalog.releasesQuery,
    response: catalog.releasePageSchema,
    summary: 'Releases, newest first',
  },
  listBuilds: {
    path: '/api/builds',
    hasCsv: true,
    query: builds.buildsQuery,
    response: builds.buildPageSchema,
    summary: 'Builds of mainlines, newest first',
  },
  listDelivery: {
    path: '/api/delivery',
    hasCsv: true,
    query: delivery.deliveryQuery,
    response: delivery.deliveryTableSchema,
    summary:
      'The ten components of continuous delivery and the four of Accelerate, with reliability beside them',
  },
  listBottlenecks: {
    path: '/api/bottlenecks',
    hasCsv: true,
    query: delivery.bottlenecksQuery,
    response: delivery.bottleneckListSchema,
    summary: 'What slows delivery beside what users cannot rely on, with evidence and decisions',
  },
  readBottleneck: {
    path: '/api/bottlenecks/{bottleneck}',
    query: none,
    response: delivery.bottleneckVersionsSchema,
    summary: 'Every version of what people entered about a bottleneck',
  },
  decideBottleneck: {
    method: 'PUT',
    path: '/api/bottlenecks/{bottleneck}',
    query: none,
    body: delivery.bottleneckChange,
    response: delivery.bottleneckAnswer,
    permission: { action: 'decide-bottleneck', subject: 'bottleneck' },
    summary: 'Records the evidence about a bottleneck and what was decided, or takes it back',
  },
} as const satisfies Readonly<Record<string, Operation>>
