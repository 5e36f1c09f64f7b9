import type { Context } from 'hono'

import { StoreUnavailableError, type ApiDeps } from './ports.ts'
import { problemResponse, RequestProblem } from './problem.ts'

export const OPENAPI_PATH = '/api/openapi.json'

export function methodNotAllowed(c: Context, methods: readonly string[]): Response {
  const allowed = methods.join(', ')
  const details = {
    detail: `${c.req.path} takes ${allowed}, not ${c.req.method}`,
    instance: c.req.path,
    allowed: [...methods],
    apiHint: `GET ${OPENAPI_PATH} says what each does`,
  }
  return problemResponse('method-not-allowed', details, { allow: allowed })
}

/** What went wrong inside is told to the operator, never to the client. */
export function failure(error: unknown, c: Context, { report }: ApiDeps): Response {
  const instance = c.req.path
  if (error instanceof RequestProblem) return problemResponse(error.code, { ...error.details, instance })
  report(error)
  if (error instanceof StoreUnavailableError) {
    return problemResponse('unavailable', {
      detail: 'The store of measurements does not answer',
      instance,
      hint: 'Try again in a moment',
    })
  }
  return problemResponse('internal', { detail: 'The request could not be answered', instance })
}
