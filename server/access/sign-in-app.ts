import type { FrontApp } from '../http-app.ts'
import { problemResponse } from '../problem.ts'
import type { PeopleSettings } from '../settings/access-settings.ts'
import { cookieName, cookieOf, setCookie } from './cookies.ts'
import { knownPerson } from './known-person.ts'
import type { Attempt, OidcClient } from './oidc-client.ts'
import { ownPath } from './own-path.ts'
import { peerOf } from './peer-address.ts'
import type { Sessions } from './sessions.ts'
import type { TakeOne } from './token-bucket.ts'

export const SIGN_IN_PATH = '/auth/sign-in'
const CALLBACK_PATH = '/auth/callback'
/** Long enough for a second factor, short enough that an abandoned attempt is worth nothing. */
const ATTEMPT_SECONDS = 600

type SignInOptions = Readonly<{
  oidc: OidcClient
  sessions: Sessions
  people: PeopleSettings
  isSecure: boolean
  takeOne: TakeOne
  onFailure: (reason: string, error: unknown) => void
}>

/** Why nobody is signed in now; the app's page has the words. */
type Failure = 'expired' | 'refused' | 'not-allowed' | 'unreachable'

type Pending = Attempt & Readonly<{ to: string }>

/** The way to the provider and back; the only pages beside the app's own. */
export function signInApp(options: SignInOptions): FrontApp {
  const { takeOne } = options
  return {
    routes: [SIGN_IN_PATH, CALLBACK_PATH],
    async fetch(request) {
      const { pathname, searchParams, search } = new URL(request.url)
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return problemResponse(
          'method-not-allowed',
          { detail: `${pathname} takes GET`, allowed: ['GET', 'HEAD'] },
          { allow: 'GET, HEAD' },
        )
      const wait = takeOne(peerOf(request))
      if (wait !== null) return tooMany(wait)
      return pathname === SIGN_IN_PATH
        ? begin(ownPath(searchParams.get('to')), options)
        : finish(request, search, options)
    },
  }
}

async function begin(to: string, { oidc, isSecure, onFailure }: SignInOptions): Promise<Response> {
  try {
    const { attempt, goTo } = await oidc.begin()
    const value = Buffer.from(JSON.stringify({ ...attempt, to })).toString('base64url')
    const cookie = setCookie(attemptCookie(attempt.state, isSecure), value, {
      isSecure,
      maxAgeSeconds: ATTEMPT_SECONDS,
    })
    return redirect(goTo.href, [cookie])
  } catch (error) {
    onFailure('The provider cannot be asked to sign somebody in', error)
    return backToSignIn('unreachable', to)
  }
}

async function finish(request: Request, query: string, options: SignInOptions): Promise<Response> {
  const { oidc, sessions, people, isSecure, onFailure } = options
  const state = new URLSearchParams(query).get('state') ?? ''
  const name = attemptCookie(state, isSecure)
  const pending = pendingFrom(cookieOf(request, name))
  // The browser that comes back must be the one that left: a link sent by somebody else has no attempt here.
  if (pending === null || pending.state !== state) return backToSignIn('expired', '/')
  const spent = setCookie(name, '', { isSecure, maxAgeSeconds: 0 })
  try {
    const { idToken, ...said } = await oidc.finish(query, pending)
    const person = knownPerson({ ...said, signedInBy: 'oidc' }, people)
    if (person === null) return backToSignIn('not-allowed', pending.to, [spent])
    return redirect(ownPath(pending.to), [spent, await sessions.start(request, person, idToken)])
  } catch (error) {
    onFailure('Somebody could not be signed in', error)
    return backToSignIn('refused', pending.to, [spent])
  }
}

/** One for each attempt: tabs whose sessions end together sign in side by side. */
function attemptCookie(state: string, isSecure: boolean): string {
  return cookieName(`sre-sign-in-${state.replaceAll(/[^\w-]/g, '').slice(0, 12)}`, isSecure)
}

function pendingFrom(cookie: string | undefined): Pending | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString())
    return isPending(value) ? value : null
  } catch {
    // Whoever writes cookies of their own gets the same answer as who has none.
    return null
  }
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== 'object' || value === null) return false
  return (['state', 'nonce', 'verifier', 'to'] as const).every(
    (name) => typeof Reflect.get(value, name) === 'string' && Reflect.get(value, name) !== '',
  )
}

function backToSignIn(failure: Failure, to: string, cookies: readonly string[] = []): Response {
  const query = new URLSearchParams({ failure, ...(to === '/' ? {} : { to }) })
  return redirect(`/sign-in?${query.toString()}`, cookies)
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

export function tooMany(waitSeconds: number): Response {
  return problemResponse(
    'too-many-requests',
    { detail: 'Too much was asked for in a short time', hint: `Try again in ${waitSeconds} s` },
    { 'retry-after': String(waitSeconds) },
  )
}
