import { createApi } from '../server/api.ts'
import type { ApiDeps } from '../server/ports.ts'
import { problemResponse } from '../server/problem.ts'
import type { Person } from '../src/domain/access/caller.ts'

export const SIGN_IN_PATH = '/auth/sign-in'

/** Who looks at the simulated organization, and how they stop doing so. */
export type Viewer = Readonly<{ person: () => Person | null; signOut: () => void }>

export type Answers = (request: Request, viewer: Viewer) => Promise<Response>

/** The mock does not imitate the server, it is the server: only what it reads from, and who asks, differs. */
export function answersOf(deps: ApiDeps): Answers {
  const api = createApi(deps)
  return async (request, { person, signOut }) => {
    const caller = person()
    if (caller === null) return unknownPerson()
    const endSession = async () => {
      signOut()
      return { goTo: '/sign-in?signed-out=yes' }
    }
    return api.fetch(request, { caller, endSession })
  }
}

function unknownPerson(): Response {
  return problemResponse('unauthenticated', {
    detail: 'Nobody is signed in',
    hint: 'People sign in with the browser',
    signInAt: SIGN_IN_PATH,
  })
}
