import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, lazyRouteComponent } from '@tanstack/react-router'

import { organizationQueries } from '../api/organization-queries.ts'
import type { SearchParams } from '../url/codec.ts'
import { CrashPage } from './crash-page.tsx'
import { Shell } from './shell/shell.tsx'

/** The page itself asks again and says what failed; here a failure only means that nothing was won. */
export function early(asked: Promise<unknown>) {
  asked.catch(() => undefined)
}

export const root = createRootRouteWithContext<Readonly<{ queryClient: QueryClient }>>()({
  component: Shell,
  notFoundComponent: lazyRouteComponent(() => import('./not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: CrashPage,
  // What the rail and its clock say, on every page.
  loader: ({ context: { queryClient } }) => {
    early(queryClient.query(organizationQueries.current()))
    early(queryClient.query(organizationQueries.teams()))
  },
  // The codec of the page that reads it says what a query string means; here it is only text.
  validateSearch: (search: Record<string, unknown>): SearchParams =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
})
