import { http } from 'msw'

import { createApi } from '../server/api.ts'
import type { ApiDeps } from '../server/ports.ts'

/** The mock does not imitate the server, it is the server: only what it reads from differs. */
export function handlersFor(deps: ApiDeps) {
  const api = createApi(deps)
  return [http.all('*/api/*', ({ request }) => api.fetch(request))]
}
