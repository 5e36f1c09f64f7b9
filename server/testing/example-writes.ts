import type { operations, BodyOf, OperationId } from '../../src/contract/operations.ts'
import type { PathParams } from '../../src/contract/path.ts'
import type { apiClient } from './api-client.ts'

export type WriteId = {
  [Id in OperationId]: (typeof operations)[Id] extends { method: string } ? Id : never
}[OperationId]

type Write<Id extends WriteId> = Readonly<{ params: PathParams<Id>; body: BodyOf<Id> }>
type Client = ReturnType<typeof apiClient>

/** One request of each write that is accepted from an admin of the tiny organization; a write without one does not compile. */
const examples: Readonly<{ [Id in WriteId]: (client: Client) => Promise<Write<Id>> }> = {
  createApiToken: async () => ({
    params: {},
    body: { name: 'Nightly run', scopes: ['ingest:buckets'], expiresInDays: 30 },
  }),
  signOut: async () => ({ params: {}, body: undefined }),
  revokeApiToken: async (client) => ({
    params: { token: (await createdToken(client)).id },
    body: undefined,
  }),
}

export const writeIds = Object.keys(examples) as WriteId[]

export async function exampleWrite(
  id: WriteId,
  client: Client,
): Promise<Readonly<{ params: Readonly<Record<string, string>>; body: unknown }>> {
  return examples[id](client)
}

async function createdToken(client: Client): Promise<Readonly<{ id: string }>> {
  const { body } = await examples.createApiToken(client)
  return (await client.write('createApiToken', { body })).token
}
