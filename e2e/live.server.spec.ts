import { expect, test } from './fixtures.ts'
import { serveFolder, type ServedFolder } from './served-folder.ts'

const HOUR_MS = 3_600_000

// The server is killed on purpose.
test.use({ mayBeRefused: true })

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16)

/** All requests of one hour of the first SLO, sent as a tool would. */
async function sendHour(url: string, startMs: number): Promise<void> {
  const { items } = await (await fetch(`${url}/api/slos`)).json()
  const line = {
    slo: items[0].id,
    deployment: items[0].deployments[0],
    hour: new Date(startMs).toISOString(),
  }
  const sent = await fetch(`${url}/api/ingest/buckets`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: JSON.stringify({ ...line, good: 99, total: 100 }),
  })
  expect(await sent.json()).toMatchObject({ accepted: 1, refused: 0 })
}

test.describe('a server of its own', () => {
  let served: ServedFolder
  test.beforeAll(async () => {
    served = serveFolder()
    await served.start()
  })
  test.afterAll(() => served.remove())

  test('that dies is missed; back on its data it is listened to again, and what came meanwhile is on the page', async ({
    page,
    context,
  }) => {
    const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
    await sendHour(served.url(), hour - 2 * HOUR_MS)
    await page.goto(`${served.url()}/explore`)
    const fresh = page.getByTitle(/what changes arrives by itself/).filter({ visible: true })
    await expect(fresh).toContainText(`Data up to ${clock(hour - HOUR_MS)}`)
    const filter = page.getByRole('searchbox').first()
    await filter.fill('basket')

    await served.kill()
    const loss = page.getByText(/^(?:Live updates were lost at|No answer from the server since)/)
    await expect(loss).toBeVisible()

    // Before the page hears of the server again, there is something it has missed.
    await context.setOffline(true)
    await served.start()
    await sendHour(served.url(), hour - HOUR_MS)
    await context.setOffline(false)

    await expect(fresh).toContainText(`Data up to ${clock(hour)}`)
    await expect(loss).toBeHidden()
    await expect(filter).toBeFocused()
    await expect(filter).toHaveValue('basket')
  })
})
