import {
  operations,
  type Operation,
  type OperationId,
  type ResponseOf,
} from '../../src/contract/operations.ts'
import { fillPath } from '../../src/contract/path.ts'
import { problemSchema, type Problem } from '../../src/contract/problem.ts'
import type { Caller } from '../../src/domain/access/caller.ts'
import { createApi } from '../api.ts'
import type { ApiDeps } from '../ports.ts'
import { person } from './callers.ts'

type Query = Readonly<Record<string, string | number>>
type Params = Readonly<Record<string, string>>

/** Asks the API without a port in between; what comes back has been parsed by the contract. */
export function apiClient(deps: ApiDeps, caller: Caller = person('admin')) {
  const hosted = createApi(deps)
  const api = {
    request: (address: string, init?: RequestInit) =>
      hosted.fetch(new Request(new URL(address, 'http://localhost'), init), {
        caller,
        endSession: async () => ({ goTo: '/' }),
      }),
  }

  async function read<Id extends OperationId>(
    id: Id,
    query: Query = {},
    params: Params = {},
  ): Promise<ResponseOf<Id>> {
    return answered(id, await api.request(addressOf(id, query, params)))
  }

  async function write<Id extends OperationId>(
    id: Id,
    { params = {}, body }: Readonly<{ params?: Params; body?: unknown }> = {},
  ): Promise<ResponseOf<Id>> {
    return answered(id, await api.request(addressOf(id, {}, params), sending(id, body)))
  }

  async function answered<Id extends OperationId>(id: Id, response: Response): Promise<ResponseOf<Id>> {
    const body: unknown = await response.json()
    if (response.status !== 200) throw new Error(`${id} answered ${response.status}: ${JSON.stringify(body)}`)
    return operations[id].response.parse(body) as ResponseOf<Id>
  }

  async function problem(address: string, init?: RequestInit): Promise<Problem> {
    const response = await api.request(address, init)
    if (response.headers.get('content-type') !== 'application/problem+json')
      throw new Error(`${address} is no problem document`)
    const document = problemSchema.parse(await response.json())
    if (document.status !== response.status)
      throw new Error(`${address}: the document's status is not the response's`)
    if (document.hint?.includes('/api/'))
      throw new Error(`${address}: people are shown the hint, and told of the API in "${document.hint}"`)
    return document
  }

  function refused(id: OperationId, query: Query = {}, params: Params = {}): Promise<Problem> {
    return problem(addressOf(id, query, params))
  }

  return { api, read, write, problem, refused }
}

/** The request of a write as a browser would send it. */
export function sending(id: OperationId, body?: unknown): RequestInit {
  const { method }: Operation = operations[id]
  if (body === undefined) return { method: method ?? 'GET' }
  return {
    method: method ?? 'GET',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

/** All pages of a list, one after the other. */
export async function allItems<Item>(
  readPage: (
    cursor: Readonly<{ cursor?: string }>,
  ) => Promise<Readonly<{ items: readonly Item[]; nextCursor: string | null }>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(cursor === null ? {} : { cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}

export function addressOf(id: OperationId, query: Query = {}, params: Params = {}): string {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const path = fillPath(operations[id].path, params)
  return words.size === 0 ? path : `${path}?${words.toString()}`
}
