import { http } from 'msw'

import { createApi } from '../server/api.ts'
import type { ApiDeps } from '../server/ports.ts'

/** At the root only: the development server's /src/api/ is source, not the API. */
const apiAddress = /^https?:\/\/[^/]+\/api\//

/** The mock does not imitate the server, it is the server: only what it reads from differs. */
export function handlersFor(deps: ApiDeps) {
  const api = createApi(deps)
  return [http.all(apiAddress, ({ request }) => api.fetch(request))]
}
