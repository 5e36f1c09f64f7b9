import { PROBLEM_TYPE_PREFIX, problemCodes, type Problem, type ProblemCode } from '../src/contract/problem.ts'

type ProblemDetails = Readonly<Omit<Problem, 'type' | 'title' | 'status'>>

/** Thrown wherever a request turns out to be wrong; the API's error handler makes the document of it. */
export class RequestProblem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(details.detail)
    this.name = 'RequestProblem'
    this.code = code
    this.details = details
  }
}

/** A value that is not allowed, with what would be. */
export function invalidParameter(
  field: string,
  value: string | undefined,
  details: ProblemDetails,
): RequestProblem {
  return new RequestProblem('invalid-parameter', {
    field,
    ...(value === undefined ? {} : { value }),
    ...details,
  })
}

export function problemResponse(
  code: ProblemCode,
  details: ProblemDetails,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problemCodes[code]
  const problem: Problem = { type: `${PROBLEM_TYPE_PREFIX}${code}`, title, status, ...details }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}
