import type { Caller } from '../../../src/domain/access/caller.ts'
import { localPerson } from '../../access/local-person.ts'
import { createIngestStore } from '../../stores/sql/ingest-store.ts'
import type { Sql } from '../../stores/sql/sql.ts'
import { storeOrganization } from '../../testing/stored-organization.ts'
import { apiClient } from '../../testing/api-client.ts'
import { NOW, tinyOrganization } from '../../testing/tiny-organization.ts'
import { requireAllowed } from '../../authorize.ts'
import { problemResponse, RequestProblem } from '../../problem.ts'
import { createIngestApp, type Authorize } from '../ingest-app.ts'

export type Sent = Readonly<{ status: number; body: Record<string, unknown> }>

/** The tiny organization in a database, with the address to send to and the API to read back from. */
export async function ingestClient(sql: Sql, caller: Caller = localPerson) {
  const reported: unknown[] = []
  const deps = {
    ...(await storeOrganization(sql, tinyOrganization())),
    report: (error: unknown) => void reported.push(error),
  }
  const store = createIngestStore(sql, { now: () => NOW })
  const app = createIngestApp({ deps, store, authorize: as(caller) })

  async function request(address: string, init: RequestInit & { duplex?: 'half' }): Promise<Sent> {
    if (!app.routes.includes(address)) throw new Error(`${address} is not answered here`)
    const response = await app.fetch(new Request(`http://127.0.0.1${address}`, init))
    const body: Record<string, unknown> = await response.json()
    return { status: response.status, body }
  }

  function send(kind: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
    return request(`/api/ingest/${kind}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-ndjson', ...headers },
      duplex: 'half',
    })
  }

  return {
    deps,
    reported,
    request,
    send,
    sendLines: (kind: string, records: readonly unknown[]) =>
      send(kind, records.map((record) => `${JSON.stringify(record)}\n`).join('')),
    ...apiClient(deps),
  }
}

export type IngestClient = Awaited<ReturnType<typeof ingestClient>>

/** Every request is asked by the same caller. */
export function as(caller: Caller): Authorize {
  return async (_request, action) => {
    try {
      requireAllowed(caller, action, { ownedBy: null })
      return caller
    } catch (error) {
      if (error instanceof RequestProblem) return problemResponse(error.code, error.details)
      throw error
    }
  }
}
