import { parsedAnswer } from '../contract/operation.ts'
import type { BodyOf, Operation, OperationId, QueryOf, ResponseOf } from '../contract/operations.ts'
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
const NOT_FOUND = 404

type CallOf<Id extends OperationId> = Readonly<{
  params: PathParams<Id>
  query: QueryOf<Id>
  /** A change has none: leaving the page does not take it back. */
  signal?: AbortSignal
}> &
  (BodyOf<Id> extends undefined ? Readonly<{ body?: undefined }> : Readonly<{ body: BodyOf<Id> }>)

type Known = Partial<Readonly<Record<OperationId, Operation>>>

/**
 * The only place in the app that calls fetch; what it returns has been parsed by the contract. Of the contract it takes what
 * its caller asks for, so that a page does not load the schemas of all others.
 */
export function apiOf<const Area extends Known>(area: Area) {
  return async function callApi<Id extends OperationId & keyof Area>(
    id: Id,
    { params, query, body: sent, signal }: CallOf<Id>,
  ): Promise<ResponseOf<Id>> {
    const operation = operationIn(area, id)
    const init = { method: operation.method ?? 'GET', ...content(sent) }
    const response = await reach(addressWith(operation.path, params, query), init, signal)
    const body: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw new ApiError(problemFrom(body, response.status))
    // The schema and the type come from the same entry; the compiler cannot see that through the lookup.
    return parsedAnswer(operation, body) as ResponseOf<Id>
  }
}

function operationIn(area: Known, id: OperationId): Operation {
  const operation = area[id]
  if (operation !== undefined) return operation
  throw new Error(`The operation ${id} is not among those that its caller loads`)
}

/**
 * Text that goes on coming, piece by piece, until the server ends it or the signal does. `not-found` where the backend has no
 * such address.
 */
export async function openStream(
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<AsyncIterable<string> | 'not-found'> {
  const response = await fetch(address, { headers: { ...headers, accept: 'text/event-stream' }, signal })
  if (response.status === NOT_FOUND) return 'not-found'
  if (!response.ok || response.body === null)
    throw new UnreachableError(new Error(`The stream was refused with ${response.status}`))
  return piecesOf(response.body)
}

/** A file as it comes, and what the server said of it before. It may take as long as it takes: only the signal ends it. */
export async function openFile(
  address: string,
  signal: AbortSignal,
): Promise<Readonly<{ headers: Headers; pieces: AsyncIterable<string> }>> {
  const response = await fetch(address, { signal })
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => undefined)
    throw new ApiError(problemFrom(body, response.status))
  }
  if (response.body === null) throw new UnreachableError(new Error('The file has no content'))
  return { headers: response.headers, pieces: piecesOf(response.body) }
}

async function* piecesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  // Not every browser can iterate over a stream.
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** A page as it is served now, not as it is remembered. */
export async function readText(path: string, signal: AbortSignal): Promise<string> {
  const response = await reach(path, { cache: 'no-store' }, signal)
  if (!response.ok) throw new UnreachableError(`${path} answered ${response.status}`)
  return response.text()
}

function content(sent: unknown): RequestInit {
  const accepted = { accept: 'application/json' }
  if (sent === undefined) return { headers: accepted }
  return { headers: { ...accepted, 'content-type': 'application/json' }, body: JSON.stringify(sent) }
}

/** What is asked for under this address is the same answer, however it is asked. */
export function addressWith(
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  return `${fillPath(path, params)}${queryString(query)}`
}

async function reach(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await fetch(url, {
      ...init,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
  } catch (error) {
    // A cancelled request is not a failure: the query was replaced or its page left.
    if (signal?.aborted) throw error
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
