import type { Route } from '../context.ts'
import { instantOf } from '../instant.ts'
import { newTokenSecret, prefixOf, sha256 } from '../token-secret.ts'
import { RequestProblem } from '../problem.ts'

const DAY_MS = 86_400_000

export const listApiTokens: Route<'listApiTokens'> = async (_request, { deps }) => ({
  items: [...(await deps.access.tokens.list())],
})

export const createApiToken: Route<'createApiToken'> = async ({ body }, { deps, caller }) => {
  const { id, secret } = newTokenSecret()
  const createdMs = deps.now()
  const createdAt = instantOf(createdMs)
  const token = {
    id,
    name: body.name,
    prefix: prefixOf(secret),
    scopes: body.scopes,
    createdAt,
    createdBy: caller.name,
    expiresAt: instantOf(createdMs + body.expiresInDays * DAY_MS),
    lastUsedAt: null,
    revokedAt: null,
  }
  await deps.access.tokens.create({ token, secretHash: await sha256(secret) }, { by: caller, at: createdAt })
  return { token, secret }
}

export const revokeApiToken: Route<'revokeApiToken'> = async ({ params }, { deps, caller }) => {
  const at = instantOf(deps.now())
  const token = await deps.access.tokens.revoke(params.token, { by: caller, at })
  if (token !== null) return token
  throw new RequestProblem('not-found', {
    detail: `There is no API token "${params.token}"`,
    field: 'token',
    value: params.token,
    apiHint: 'GET /api/tokens lists them',
  })
}
