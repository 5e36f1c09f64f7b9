import * as fc from 'fast-check'
import * as z from 'zod/mini'
import { expect, test, vi } from 'vitest'

import { endpointSchema, serviceSchema, sliSchema, sloSchema } from '../../../src/contract/catalog.ts'
import { findCatalogFiles } from './catalog-files.ts'
import { readCatalog } from './read-catalog.ts'
import { servedCatalog } from './served-catalog.ts'
import { sloCatalog } from './testing/generated-catalog.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 60_000 })

const application = { fromHour: 498_000, author: 'Ada', reason: 'First agreed.' }

test('what is served fits the contract and refers only to what is served too', () => {
  fc.assert(
    fc.property(sloCatalog, (coded) => {
      const served = servedCatalog(coded, application)
      z.array(sloSchema).parse(served.slos)
      z.array(serviceSchema).parse(served.services)
      z.array(endpointSchema).parse(served.endpoints)
      z.array(sliSchema).parse(served.slis)
      const slugs = (items: readonly Readonly<{ slug: string }>[]) => items.map(({ slug }) => slug)
      for (const slo of served.slos) {
        expect(slugs(served.services)).toContain(slo.service)
        expect(slugs(served.teams)).toContain(slo.team)
        expect(slugs(served.slis)).toContain(slo.sli)
        expect(served.endpoints).toContainEqual(slo.endpoint)
        expect(slugs(served.deployments)).toEqual(expect.arrayContaining(slo.deployments))
      }
    }),
    { numRuns: 60 },
  )
})

test('the examples are served with their endpoints, and counted', async () => {
  const { files } = await findCatalogFiles('examples/slo-as-code')
  const { services, endpoints, slos } = servedCatalog(readCatalog(files).catalog, application)
  expect(endpoints.filter(({ service }) => service === 'payment')).toEqual([
    { slug: 'get-payments', service: 'payment', verb: 'GET', path: '/payments' },
    { slug: 'post-refunds', service: 'payment', verb: 'POST', path: '/refunds' },
    { slug: 'whole-service', service: 'payment', verb: null, path: 'whole service' },
    { slug: 'post-payments', service: 'payment', verb: 'POST', path: '/payments' },
  ])
  expect(services.find(({ slug }) => slug === 'payment')).toMatchObject({ endpointCount: 4, sloCount: 6 })
  expect(slos.find(({ id }) => id === 'payment.availability.take-payment')?.versions).toEqual([
    {
      version: 1,
      target: 0.9995,
      effectiveFrom: '2026-10-24T00:00:00Z',
      author: 'Ada',
      reason: 'First agreed.',
    },
  ])
})
