import type { Caller } from '../../src/domain/access/caller.ts'
import type { TokenStore } from '../access-ports.ts'
import { instantOf } from '../instant.ts'
import { sha256 } from '../token-secret.ts'

const MINUTE_MS = 60_000

/** What stands after `Bearer`, or undefined where no token is sent. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
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
