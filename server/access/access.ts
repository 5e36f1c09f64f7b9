import type { AccessStore } from '../access-ports.ts'
import type { FrontApp } from '../http-app.ts'
import { isAccessConfigured, type AccessSettings } from '../settings/access-settings.ts'
import { isLoopback } from '../settings/loopback.ts'
import { createGate, type Gate, type Lookup } from './gate.ts'
import { createOidcClient, type OidcClient } from './oidc-client.ts'
import { proxyPerson } from './proxy-person.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { SIGN_IN_PATH, signInApp } from './sign-in-app.ts'
import { createTokenBuckets } from './token-bucket.ts'

/** A few megabytes at most, and more people and addresses than one server sees in a minute. */
const MOST_NAMES = 10_000
/** Where the app says that nobody is signed in. */
const SIGNED_OUT = '/sign-in?signed-out=yes'

type Surroundings = Readonly<{
  store: AccessStore
  secret: (name: string) => string
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds that only ever grow. */
  elapsed: () => number
  warn: (event: string, message: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Told of everybody who is let in, by kind only. */
  noteCaller: (kind: 'person' | 'token') => void
}>

type Access = Readonly<{ gate: Gate; fronts: readonly FrontApp[] }>

/** Everything about who may ask, put together as it is configured. */
export function createAccess(settings: AccessSettings, surroundings: Surroundings): Access {
  const { oidc, proxy, people, limits, publicUrl } = settings
  const { store, secret, now, elapsed, warn, noteCaller } = surroundings
  const buckets = (perMinute: number) =>
    createTokenBuckets({ perMinute, mostNames: MOST_NAMES, now: elapsed })
  const isSecure = publicUrl?.startsWith('https:') ?? false
  const lookups: Lookup[] = []
  const fronts: FrontApp[] = []

  if (proxy !== undefined)
    lookups.push(proxyLookup({ proxy, secret: secret(proxy.sharedSecretFromEnv), people, warn }))
  if (oidc !== undefined && publicUrl !== undefined) {
    const clientSecret = oidc.clientSecretFromEnv === undefined ? null : secret(oidc.clientSecretFromEnv)
    const client = createOidcClient({ settings: oidc, clientSecret, publicUrl })
    const sessions = createSessions({ store: store.sessions, hours: oidc.sessionHours, isSecure, now })
    const onFailure = (message: string, error: unknown) => warn('sign-in', message, { error })
    lookups.push(sessionLookup(sessions, client, onFailure))
    fronts.push(
      signInApp({
        oidc: client,
        sessions,
        people,
        isSecure,
        takeOne: buckets(limits.unknownPerMinute),
        onFailure,
      }),
    )
  }
  const isConfigured = isAccessConfigured(settings)
  const gate = createGate({
    tokens: store.tokens,
    lookups: isConfigured ? lookups : null,
    publicOrigin: publicUrl === undefined ? null : new URL(publicUrl).origin,
    signInAt: oidc === undefined ? null : SIGN_IN_PATH,
    perCaller: buckets(limits.requestsPerMinute),
    perAddress: buckets(limits.requestsPerMinute),
    perGuesser: buckets(limits.unknownPerMinute),
    isOwnHost: isConfigured ? null : isLoopback,
    now,
    noteCaller,
  })
  return { gate, fronts }
}

function proxyLookup({
  warn,
  ...trusted
}: Parameters<typeof proxyPerson>[1] & Pick<Surroundings, 'warn'>): Lookup {
  return async (request) => {
    const found = proxyPerson(request, trusted)
    if (found.kind === 'distrusted') {
      warn('proxy', 'Headers of a proxy came with a wrong secret and are ignored')
      return 'distrusted'
    }
    return found.kind === 'person' ? { person: found.person, session: null } : null
  }
}

function sessionLookup(
  sessions: Sessions,
  client: OidcClient,
  onFailure: (message: string, error: unknown) => void,
): Lookup {
  return async (request) => {
    const session = await sessions.find(request)
    if (session === null) return null
    const end = async () => {
      const { ended, cookie } = await sessions.end(request)
      const atProvider = await client.signOutUrl(ended?.idToken ?? null).catch((error: unknown) => {
        // Signed out here they are in any case.
        onFailure('The provider cannot be told that somebody signed out', error)
        return null
      })
      return { goTo: atProvider ?? SIGNED_OUT, cookie }
    }
    return { person: session.person, session: { end } }
  }
}
