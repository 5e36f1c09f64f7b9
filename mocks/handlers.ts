import { http } from 'msw'

import type { ApiDeps } from '../server/ports.ts'
import { answersOf, type Viewer } from './answers.ts'

/** At the root only: the development server's /src/api/ is source, not the API. */
const apiAddress = /^https?:\/\/[^/]+\/api\//

export function handlersFor(deps: ApiDeps, viewer: Viewer) {
  const answer = answersOf(deps)
  return [http.all(apiAddress, ({ request }) => answer(request, viewer))]
}
