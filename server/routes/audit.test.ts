import { describe, expect, test } from 'vitest'

import { auditEntrySchema } from '../../src/contract/access.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { person, token } from '../testing/callers.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

async function withTokens(count: number, name = (index: number) => `Token ${index}`) {
  const deps = tinyOrganization()
  const admin = apiClient(deps)
  for (let index = 0; index < count; index += 1)
    await admin.write('createApiToken', { body: { name: name(index), scopes: ['read'], expiresInDays: 1 } })
  return { deps, admin }
}

test('the log is read page by page, newest first', async () => {
  const { admin } = await withTokens(5)
  const all = await allItems((cursor) => admin.read('listAudit', { limit: 2, ...cursor }))
  expect(all.map(({ after }) => after?.name)).toEqual([4, 3, 2, 1, 0].map((index) => `Token ${index}`))
})

test('a cursor made up, or taken from another list, is refused', async () => {
  const { admin } = await withTokens(3)
  const { nextCursor } = await admin.read('listAudit', { limit: 1 })
  expect(await admin.refused('listAudit', { search: 'x', cursor: nextCursor ?? '' })).toMatchObject({
    field: 'cursor',
  })
  expect(await admin.refused('listAudit', { cursor: 'abc' })).toMatchObject({ field: 'cursor' })
})

test('a range that ends before it begins is refused', async () => {
  const { admin } = await withTokens(0)
  const query = { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }
  expect(await admin.refused('listAudit', query)).toMatchObject({ status: 400, field: 'from' })
})

describe('as a file', () => {
  const address = '/api/audit/export'

  test('NDJSON holds every entry, each as the list gives it', async () => {
    const { admin } = await withTokens(1_203)
    const response = await admin.api.request(`${address}?format=ndjson`)
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    const lines = (await response.text()).trimEnd().split('\n')
    expect(lines).toHaveLength(1_203)
    const { items } = await admin.read('listAudit', { limit: 1 })
    expect(auditEntrySchema.parse(JSON.parse(lines[0] ?? ''))).toEqual(items[0])
  })

  test('is broken off and told to the operator where the store fails on the way', async () => {
    const { deps } = await withTokens(1)
    const told: unknown[] = []
    const { audit } = deps.access
    const failure = new Error('The store is away')
    const { api } = apiClient({
      ...deps,
      access: {
        ...deps.access,
        audit: {
          list: (filter, span) => (span.after === null ? audit.list(filter, span) : Promise.reject(failure)),
        },
      },
      report: (error) => told.push(error),
    })
    const response = await api.request(`${address}?format=ndjson`)
    await expect(response.text()).rejects.toThrow('The store is away')
    expect(told).toEqual([failure])
  })

  test('CSV has a header, and no name in it is a formula', async () => {
    const { admin } = await withTokens(1, () => '=HYPERLINK("http://evil")')
    const response = await admin.api.request(`${address}?format=csv`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
    const [header, line] = (await response.text()).split('\r\n')
    expect(header).toBe('id,at,callerKind,callerId,callerName,action,subject,before,after')
    expect(line).toMatch(/^1,2026-/)
    expect(line?.split(',').some((cell) => cell.startsWith('='))).toBe(false)
  })

  test('takes the filters of the list, and needs its format said', async () => {
    const { admin } = await withTokens(2)
    const response = await admin.api.request(`${address}?format=ndjson&search=nothing-like-this`)
    expect(await response.text()).toBe('')
    expect(await admin.problem(address)).toMatchObject({ field: 'format' })
    expect(await admin.problem(`${address}?format=xml`)).toMatchObject({ allowed: ['csv', 'ndjson'] })
  })

  test('is for those who may read the log', async () => {
    const { deps } = await withTokens(1)
    for (const caller of [person('viewer'), person('team-editor', 'buying'), token('read')])
      expect(await apiClient(deps, caller).problem(`${address}?format=csv`)).toMatchObject({ status: 403 })
    for (const caller of [person('coach'), token('read:audit')]) {
      const response = await apiClient(deps, caller).api.request(`${address}?format=csv`)
      expect(response.status).toBe(200)
      await response.text()
    }
  })
})
