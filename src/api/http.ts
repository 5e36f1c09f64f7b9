import { operations, type OperationId, type QueryOf, type ResponseOf } from '../contract/operations.ts'
import { fillPath, type PathParams } from '../contract/path.ts'
import { problemSchema, type Problem } from '../contract/problem.ts'

/** The backend answered, and the answer was no. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ApiError'
    this.problem = problem
  }
}

/** No answer at all: the network, a stopped server, or one that took too long. */
class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server does not answer', { cause })
    this.name = 'UnreachableError'
  }
}

/** Long enough for a cold start on a laptop, short enough that someone at 3 a.m. learns of it. */
const TIMEOUT_MS = 20_000

type CallOf<Id extends OperationId> = Readonly<{
  params: PathParams<Id>
  query: QueryOf<Id>
  signal: AbortSignal
}>

/** The only place in the app that calls fetch; what it returns has been parsed by the contract. */
export async function callApi<Id extends OperationId>(
  id: Id,
  { params, query, signal }: CallOf<Id>,
): Promise<ResponseOf<Id>> {
  const operation = operations[id]
  const response = await reach(`${fillPath(operation.path, params)}${queryString(query)}`, signal)
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(problemFrom(body, response.status))
  // The schema and the type come from the same entry; the compiler cannot see that through the lookup.
  return operation.response.parse(body) as ResponseOf<Id>
}

async function reach(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: { accept: 'application/json' },
    })
  } catch (error) {
    // A cancelled request is not a failure: the query was replaced or its page left.
    if (signal.aborted) throw error
    throw new UnreachableError(error)
  }
}

function problemFrom(body: unknown, status: number): Problem {
  const parsed = problemSchema.safeParse(body)
  if (parsed.success) return parsed.data
  return {
    type: '/problems/internal',
    title: 'Unreadable answer',
    status,
    detail: `The server answered ${status} without saying why`,
  }
}

function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
