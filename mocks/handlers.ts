import { http } from 'msw'

import { createApi } from '../server/api.ts'
import type { ApiDeps } from '../server/ports.ts'
import { problemResponse } from '../server/problem.ts'
import type { Person } from '../src/domain/access/caller.ts'

/** At the root only: the development server's /src/api/ is source, not the API. */
const apiAddress = /^https?:\/\/[^/]+\/api\//

export const SIGN_IN_PATH = '/auth/sign-in'

/** Who looks at the mock, and how they stop doing so. */
export type Viewer = Readonly<{ person: () => Person | null; signOut: () => void }>

/** The mock does not imitate the server, it is the server: only what it reads from, and who asks, differs. */
export function handlersFor(deps: ApiDeps, { person, signOut }: Viewer) {
  const api = createApi(deps)
  const endSession = async () => {
    signOut()
    return { goTo: '/sign-in?signed-out=yes' }
  }
  return [
    http.all(apiAddress, ({ request }) => {
      const caller = person()
      return caller === null ? unknownPerson() : api.fetch(request, { caller, endSession })
    }),
  ]
}

function unknownPerson(): Response {
  return problemResponse('unauthenticated', {
    detail: 'Nobody is signed in',
    hint: 'People sign in with the browser',
    signInAt: SIGN_IN_PATH,
  })
}
