import type { ApiToken } from '../src/contract/access.ts'
import type { ApiTokenStore } from './ports.ts'

/** For hosts that keep nothing: what was made is gone with the process or the page. */
export function createAccessInMemory(): ApiTokenStore {
  const tokens = new Map<string, ApiToken>()
  return {
    list: async () => [...tokens.values()].toReversed(),
    create: async ({ token }) => void tokens.set(token.id, token),
    async revoke(id, { at }) {
      const token = tokens.get(id)
      if (token === undefined) return null
      const revoked = { ...token, revokedAt: token.revokedAt ?? at }
      tokens.set(id, revoked)
      return revoked
    },
  }
}
