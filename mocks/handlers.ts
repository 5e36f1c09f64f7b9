import { http } from 'msw'

import { createApi } from '../server/api.ts'
import type { Person } from '../src/domain/access/caller.ts'
import type { ApiDeps } from '../server/ports.ts'

/** At the root only: the development server's /src/api/ is source, not the API. */
const apiAddress = /^https?:\/\/[^/]+\/api\//

/** Nobody signs in to the simulated organization; whoever looks at it may do everything in it, under a name that says so. */
const demoAdmin: Person = {
  kind: 'person',
  id: 'demo',
  name: 'Demo admin',
  role: 'admin',
  teams: [],
  signedInBy: 'demo',
}

/** The mock does not imitate the server, it is the server: only what it reads from differs. */
export function handlersFor(deps: ApiDeps) {
  const api = createApi(deps)
  return [http.all(apiAddress, ({ request }) => api.fetch(request, { caller: demoAdmin }))]
}
