import { randomBytes } from 'node:crypto'

import type { Person } from '../../src/domain/access/caller.ts'
import type { Session, SessionStore } from '../access-ports.ts'
import { instantOf } from '../instant.ts'
import { sha256 } from '../token-secret.ts'
import { cookieName, cookieOf, setCookie } from './cookies.ts'

const HOUR_MS = 3_600_000
const ID_BYTES = 32
/** Made here, so anything else was made up and is not worth a look into the store. */
const idPattern = /^[\w-]{43}$/

type Options = Readonly<{ store: SessionStore; hours: number; isSecure: boolean; now: () => number }>

export type Sessions = Readonly<{
  /** A new id at each sign-in: one that was put into the browser beforehand opens nothing. The value is the cookie to set. */
  start(request: Request, person: Person, idToken: string | null): Promise<string>
  find(request: Request): Promise<Session | null>
  /** What was ended, and the cookie that takes the browser's away. */
  end(request: Request): Promise<Readonly<{ ended: Session | null; cookie: string }>>
}>

export function createSessions({ store, hours, isSecure, now }: Options): Sessions {
  const name = cookieName('sre-session', isSecure)

  const hashOf = async (request: Request): Promise<string | null> => {
    const id = cookieOf(request, name)
    return id !== undefined && idPattern.test(id) ? sha256(id) : null
  }
  const end: Sessions['end'] = async (request) => {
    const hash = await hashOf(request)
    const ended = hash === null ? null : await store.end(hash, instantOf(now()))
    return { ended, cookie: setCookie(name, '', { isSecure, maxAgeSeconds: 0 }) }
  }
  return {
    async start(request, person, idToken) {
      await end(request)
      const id = randomBytes(ID_BYTES).toString('base64url')
      const expiresAt = instantOf(now() + hours * HOUR_MS)
      await store.start(await sha256(id), { person, idToken, expiresAt }, instantOf(now()))
      return setCookie(name, id, { isSecure, maxAgeSeconds: Math.round(hours * 3600) })
    },
    async find(request) {
      const hash = await hashOf(request)
      const session = hash === null ? null : await store.find(hash)
      return session !== null && Date.parse(session.expiresAt) > now() ? session : null
    },
    end,
  }
}
