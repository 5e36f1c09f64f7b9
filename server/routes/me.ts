import type { Route } from '../context.ts'
import { RequestProblem } from '../problem.ts'

export const readMe: Route<'readMe'> = async (_request, { caller }) => {
  const { kind, id, name } = caller
  if (caller.kind === 'token')
    return { kind, id, name, role: null, teams: [], scopes: [...caller.scopes], signedInBy: null }
  const { role, teams, signedInBy } = caller
  return { kind, id, name, role, teams: [...teams], scopes: [], signedInBy }
}

export const signOut: Route<'signOut'> = async (_request, { endSession }) => {
  if (endSession !== null) return endSession()
  throw new RequestProblem('conflict', {
    detail: 'There is no session to end here',
    hint: 'Who comes through a proxy or with a token signs out there, or lets the token be revoked',
  })
}
