import type { Caller, Person } from '../../src/domain/access/caller.ts'
import type { Action } from '../../src/domain/access/permissions.ts'
import type { TokenStore } from '../access-ports.ts'
import { requireAllowed } from '../authorize.ts'
import { problemResponse, RequestProblem } from '../problem.ts'
import { localPerson } from './local-person.ts'
import { peerOf } from './peer-address.ts'
import { refuseCrossSite } from './same-origin.ts'
import { tooMany } from './sign-in-app.ts'
import { isFeedRead, sentToken, tokenCaller } from './token-caller.ts'
import type { TakeOne } from './token-bucket.ts'

/** A session of this server, kept by a cookie. Ending it says where the browser goes next, and what makes it forget. */
type EndableSession = Readonly<{ end(): Promise<Readonly<{ goTo: string; cookie: string }>> }>

/** Who it is that sends no token, if anything that the browser or the proxy adds by itself tells. */
export type Lookup = (
  request: Request,
) => Promise<Readonly<{ person: Person; session: EndableSession | null }> | 'distrusted' | null>

type Admitted = Readonly<{ caller: Caller; session: EndableSession | null }>

type GateOptions = Readonly<{
  tokens: TokenStore
  /** Asked one after the other until one knows who it is; none where nobody has to say. */
  lookups: readonly Lookup[] | null
  publicOrigin: string | null
  /** Null where people sign in elsewhere. */
  signInAt: string | null
  perCaller: TakeOne
  /** Of requests that say nothing about who asks: a page that was opened too late sends a dozen of them. */
  perAddress: TakeOne
  /** Of those that say something wrong. */
  perGuesser: TakeOne
  /** The hosts this server may be asked by; null for any. */
  isOwnHost: ((host: string) => boolean) | null
  now: () => number
  /** Told of everybody who is let in, by kind only. */
  noteCaller: (kind: Caller['kind']) => void
}>

export type Gate = Readonly<{
  /** Who asks, or why not. */
  admit(request: Request): Promise<Admitted | Response>
  /** For what is answered beside the API: who it is, where they may. */
  authorize(request: Request, action: Action): Promise<Response | Caller>
}>

/** Nothing behind it is answered to somebody unknown, and nothing is changed because another site wants it. */
export function createGate(options: GateOptions): Gate {
  const admit: Gate['admit'] = (request) =>
    refusedOr(request, async () => {
      const admission = await admitted(request, options)
      if (!(admission instanceof Response)) options.noteCaller(admission.caller.kind)
      return admission
    })
  return {
    admit,
    async authorize(request, action) {
      const admission = await admit(request)
      if (admission instanceof Response) return admission
      return refusedOr(request, async () => {
        requireAllowed(admission.caller, action, { ownedBy: null })
        return admission.caller
      })
    },
  }
}

async function admitted(request: Request, options: GateOptions): Promise<Admitted | Response> {
  const { perCaller, lookups, isOwnHost } = options
  if (isOwnHost !== null && !isOwnHost(new URL(request.url).hostname)) throw foreignHost(request)
  const secret = sentToken(request)
  if (secret !== undefined) return admittedByToken(request, secret, options)
  if (lookups === null) {
    refuseCrossSite(request, { publicOrigin: null, mustSayOrigin: false })
    return { caller: localPerson, session: null }
  }
  let isGuess = false
  for (const lookup of lookups) {
    const found = await lookup(request)
    if (found === 'distrusted') isGuess = true
    if (found === null || found === 'distrusted') continue
    refuseCrossSite(request, { publicOrigin: options.publicOrigin, mustSayOrigin: found.session !== null })
    const wait = perCaller(`person:${found.person.id}`)
    return wait === null ? { caller: found.person, session: found.session } : tooMany(wait)
  }
  return unknown(request, 'Nobody is signed in', options, isGuess ? options.perGuesser : options.perAddress)
}

async function admittedByToken(
  request: Request,
  secret: string,
  options: GateOptions,
): Promise<Admitted | Response> {
  const found: Caller | Readonly<{ refusal: string }> = await tokenCaller(
    secret,
    options.tokens,
    options.now(),
  )
  if ('refusal' in found) return unknown(request, found.refusal, options, options.perGuesser)
  const wait = options.perCaller(`token:${found.id}`)
  return wait === null ? { caller: found, session: null } : tooMany(wait)
}

const FEED_HINT = 'Readers of feeds send an API token with the scope read as their password, with any name'

/** Guessing is slowed down, for each address by itself. */
function unknown(request: Request, detail: string, { signInAt }: GateOptions, takeOne: TakeOne): Response {
  const wait = takeOne(peerOf(request))
  if (wait !== null) return tooMany(wait)
  const isFeed = isFeedRead(request)
  return problemResponse(
    'unauthenticated',
    {
      detail,
      instance: new URL(request.url).pathname,
      hint: signInAt === null ? 'People come through the proxy' : 'People sign in with the browser',
      apiHint: isFeed ? FEED_HINT : 'Programs send Authorization: Bearer with an API token',
      ...(signInAt === null ? {} : { signInAt }),
    },
    { 'www-authenticate': isFeed ? 'Basic realm="SRE Indicators", Bearer' : 'Bearer' },
  )
}

/** A foreign name that leads here lets its page read everything as if it were its own. */
function foreignHost(request: Request): RequestProblem {
  const { hostname } = new URL(request.url)
  return new RequestProblem('forbidden', {
    detail: `This server is asked as ${hostname}, and answers this machine only`,
    field: 'host',
    value: hostname,
    allowed: ['localhost', '127.0.0.1', '[::1]'],
    hint: 'Behind a proxy, or under another name, access.oidc or access.proxy must be configured: docs/access.md',
  })
}

async function refusedOr<Value>(request: Request, ask: () => Promise<Value>): Promise<Value | Response> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    return problemResponse(error.code, { ...error.details, instance: new URL(request.url).pathname })
  }
}
