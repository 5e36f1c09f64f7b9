import * as z from 'zod/mini'

import * as catalogState from './catalog-state.ts'
import * as feed from './feed.ts'
import type { Operation } from './operation.ts'

const none = z.strictObject({})

/** Where what is agreed and what is measured comes from: files, and how each series is fed. */
export const sourceOperations = {
  readTargetChange: {
    path: '/api/slos/{slo}/target-change',
    query: catalogState.targetChangeQuery,
    response: catalogState.targetChangeSchema,
    summary: 'What would come of another target, and the patch that agrees on it',
  },
  readCatalogState: {
    path: '/api/catalog-state',
    query: none,
    response: catalogState.catalogStateSchema,
    summary: 'How the catalog came to be what it is, and what is wrong with its files',
  },
  listFeeds: {
    path: '/api/feeds',
    query: feed.feedsQuery,
    response: feed.feedPageSchema,
    summary: 'When each series was last fed with measurements, and why it is not',
  },
} as const satisfies Readonly<Record<string, Operation>>
