import { roles, type Person, type Role } from '../src/domain/access/caller.ts'
import { SIGN_IN_PATH, type Viewer } from './answers.ts'

export const NOBODY = 'nobody'
const names: Readonly<Record<Role, string>> = {
  viewer: 'Demo viewer',
  'team-editor': 'Demo team editor',
  coach: 'Demo coach',
  admin: 'Demo admin',
}

/**
 * Nobody really signs in to the simulated organization; whoever looks at it may do everything in it, under a name that says
 * so. Be somebody else with localStorage.setItem('person', 'viewer'), or nobody with 'nobody'.
 */
export function demoViewer(storage: Storage): Viewer {
  return {
    person: () => demoPerson(storage.getItem('person')),
    signOut: () => storage.setItem('person', NOBODY),
  }
}

/** The way back from a provider that is not there. True where the page is about to be left for where it leads. */
export function signInDemo(location: Location, storage: Storage): boolean {
  if (location.pathname !== SIGN_IN_PATH) return false
  storage.removeItem('person')
  const to = new URLSearchParams(location.search).get('to') ?? '/'
  const goTo = new URL(to, location.origin)
  location.replace(goTo.origin === location.origin ? goTo : '/')
  return true
}

export function demoPerson(stored: string | null): Person | null {
  if (stored === NOBODY) return null
  const role = roles.find((known) => known === stored) ?? 'admin'
  return {
    kind: 'person',
    id: `demo-${role}`,
    name: names[role],
    role,
    teams: role === 'team-editor' ? ['payments'] : [],
    signedInBy: 'demo',
  }
}
