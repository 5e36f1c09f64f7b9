import type { Page } from '@playwright/test'

import { expect, test } from './fixtures.ts'

/** As the app itself would ask: from the page, so that whatever answers the page answers this. */
function ask(page: Page, method: string, path: string, body?: object) {
  return page.evaluate(
    async ([how, where, what]) => {
      const content =
        what === undefined ? {} : { body: what, headers: { 'content-type': 'application/json' } }
      const response = await fetch(where, { method: how, ...content })
      return { status: response.status, body: await response.json() }
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  )
}

// One step asks for what is refused.
test.use({ mayBeRefused: true })

test(
  'a token is made, listed without its secret and revoked, and the audit log remembers each step',
  { tag: '@everywhere' },
  async ({ page }) => {
    await page.goto('/on-call')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const wanted = { name: 'Nightly run', scopes: ['ingest:buckets'], expiresInDays: 30 }

    const created = await ask(page, 'POST', '/api/tokens', wanted)
    expect(created.status).toBe(200)
    const { token, secret } = created.body
    const list = await ask(page, 'GET', '/api/tokens')
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id: token.id, name: wanted.name, revokedAt: null }),
    )
    expect(JSON.stringify(list.body)).not.toContain(secret)

    const refused = await ask(page, 'POST', '/api/tokens', { ...wanted, expiresInDays: 0 })
    expect(refused).toMatchObject({ status: 400, body: { field: 'expiresInDays' } })

    expect((await ask(page, 'DELETE', `/api/tokens/${token.id}`)).status).toBe(200)
    const { body: audit } = await ask(page, 'GET', '/api/audit')
    const steps = audit.items.filter((entry: object) => JSON.stringify(entry).includes(token.id))
    expect(steps).toHaveLength(2)
    expect(JSON.stringify(audit)).not.toContain(secret)
  },
)
