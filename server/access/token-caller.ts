import { CALENDAR_FEED_PATH } from '../../src/contract/calendar.ts'
import { STATUS_FEED_PATH } from '../../src/contract/status.ts'
import type { Caller } from '../../src/domain/access/caller.ts'
import type { TokenStore } from '../access-ports.ts'
import { instantOf } from '../instant.ts'
import { isTokenSecret, sha256 } from '../token-secret.ts'

const MINUTE_MS = 60_000

const feeds: readonly string[] = [STATUS_FEED_PATH, CALENDAR_FEED_PATH]

/** Read by programs that are given an address, a name and a password, and can send nothing else. */
export function isFeedRead({ method, url }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && feeds.includes(new URL(url).pathname)
}

/**
 * What stands after `Bearer`, or undefined where no token is sent. Of readers of feeds it is the password too, whatever the
 * name; nowhere else, since browsers send a password again by themselves, whoever's page wants it. A password that is no
 * token is the proxy's in front.
 */
export function sentToken(request: Request): string | undefined {
  const sent = request.headers.get('authorization') ?? ''
  const bearer = /^Bearer +(\S+) *$/i.exec(sent)?.[1]
  return bearer ?? (isFeedRead(request) ? passwordIn(sent) : undefined)
}

function passwordIn(sent: string): string | undefined {
  // Without its padding, of which some send too much; one letter over is no byte.
  const encoded = /^Basic +([A-Za-z0-9+/]+)=* *$/i.exec(sent)?.[1]
  if (encoded === undefined || encoded.length % 4 === 1) return undefined
  const password = atob(encoded).replace(/^[^:]*:/, '')
  return isTokenSecret(password) ? password : undefined
}

/** Whom the token stands for, or why it counts for nothing. */
export async function tokenCaller(
  secret: string,
  tokens: TokenStore,
  now: number,
): Promise<Caller | Readonly<{ refusal: string }>> {
  const token = await tokens.findByHash(await sha256(secret))
  if (token === null) return { refusal: 'This API token is not known' }
  if (token.revokedAt !== null) return { refusal: `The API token "${token.name}" was revoked` }
  if (Date.parse(token.expiresAt) <= now)
    return { refusal: `The API token "${token.name}" expired at ${token.expiresAt}` }
  if (token.lastUsedAt === null || now - Date.parse(token.lastUsedAt) >= MINUTE_MS)
    await tokens.used(token.id, instantOf(now))
  return { kind: 'token', id: token.id, name: token.name, scopes: token.scopes }
}
