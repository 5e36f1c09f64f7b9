import * as z from 'zod/mini'

import type { Operation } from './operation.ts'
import * as catalog from './service-catalog.ts'

const none = z.strictObject({})

export const serviceCatalogOperations = {
  listCatalogServices: {
    path: '/api/catalog/services',
    query: catalog.catalogServicesQuery,
    response: catalog.catalogPageSchema,
    hasCsv: true,
    summary:
      'Services with what is known and what is missing of each, planned and aggregated ones among them',
  },
  readCatalogDocument: {
    path: '/api/catalog/document',
    query: catalog.catalogDocumentQuery,
    response: catalog.catalogDocumentSchema,
    summary: 'Services as files say them, in one text',
  },
  readCatalogService: {
    path: '/api/catalog/services/{service}',
    query: none,
    response: catalog.catalogServiceSchema,
    summary: 'All that is known of one service',
  },
  writeServiceFacts: {
    method: 'PUT',
    path: '/api/catalog/services/{service}/facts',
    query: none,
    body: catalog.serviceFactsChange,
    response: catalog.serviceFactsAnswer,
    permission: { action: 'describe-service', subject: 'service' },
    summary: 'Says, confirms or takes back what only people know of a service',
  },
} as const satisfies Readonly<Record<string, Operation>>
