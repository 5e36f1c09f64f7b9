import { StoreUnavailableError, type ApiDeps } from '../ports.ts'
import { problemResponse, RequestProblem } from '../problem.ts'

/** What went wrong inside is told to the operator; the sender is told whether to come again. */
export async function answered(
  { report }: Pick<ApiDeps, 'report'>,
  instance: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof RequestProblem) return problemResponse(error.code, { ...error.details, instance })
    report(error)
    const code = error instanceof StoreUnavailableError ? 'unavailable' : 'internal'
    return problemResponse(code, {
      detail: 'Nothing was kept',
      instance,
      hint: 'Send it again in a moment: what comes twice counts once',
    })
  }
}

export function methodNotAllowed({ method }: Request, pathname: string): Response {
  const details = {
    detail: `${pathname} takes POST, not ${method}`,
    instance: pathname,
    allowed: ['POST'],
    hint: 'Send it with POST',
  }
  return problemResponse('method-not-allowed', details, { allow: 'POST' })
}
