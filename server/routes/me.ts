import type { Route } from '../context.ts'

export const readMe: Route<'readMe'> = async (_request, { caller }) => {
  const { kind, id, name } = caller
  if (caller.kind === 'token')
    return { kind, id, name, role: null, teams: [], scopes: [...caller.scopes], signedInBy: null }
  const { role, teams, signedInBy } = caller
  return { kind, id, name, role, teams: [...teams], scopes: [], signedInBy }
}
