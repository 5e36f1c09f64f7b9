import { expect, test } from 'vitest'

import { person } from '../../server/testing/callers.ts'
import { createApi } from '../../server/api.ts'
import { onCallListSchema, situationSchema } from '../../src/contract/on-call.ts'
import { NOW, worldAt } from './testing/world.ts'

// At the moment that the journeys are frozen to, whoever is woken must be able to find out what happened.
const { deps } = await worldAt(NOW)
const api = createApi(deps)

async function answer(address: string): Promise<unknown> {
  const request = new Request(new URL(address, 'http://localhost'))
  return (await api.fetch(request, { caller: person('viewer') })).json()
}

const situationOf = async (slo: string, deployment: string) =>
  situationSchema.parse(await answer(`/api/budgets/${slo}/${deployment}/situation`))

test('a release burns budget in one region: it is named, and so is the region where it does not', async () => {
  const { burn, quietElsewhere, incidents } = await situationOf(
    'payment-gateway.availability.post-charge',
    'prod-eu',
  )
  expect(burn).toMatchObject({
    since: '2026-11-18T01:00:00Z',
    cause: { kind: 'release', release: { service: 'payment-gateway', version: '2026.11.18-1' } },
  })
  expect(quietElsewhere).toEqual([{ deployment: 'prod-jp', since: '2026-11-17T16:00:00Z' }])
  expect(incidents[0]?.url).toContain('https://incidents.harbourline.example/')
})

test('a dependency drags its consumers: each of them names it, and it names its own release', async () => {
  for (const consumer of ['refunds.availability.post-refunds', 'payment-gateway.availability.post-capture']) {
    const { burn } = await situationOf(consumer, 'prod-us')
    expect(burn?.cause).toMatchObject({
      kind: 'dependency',
      service: 'ledger',
      release: { service: 'ledger', version: '2026.11.18-1' },
    })
  }
  const ledger = await situationOf('ledger.availability.post-entries', 'prod-us')
  expect(ledger.burn?.cause).toMatchObject({ kind: 'release', release: { service: 'ledger' } })
})

test('data stops arriving: it stands in its group, with the feed that should bring it', async () => {
  const list = onCallListSchema.parse(await answer('/api/on-call?shown=no-data'))
  expect(list.items).toMatchObject([{ service: 'tracking', deployment: 'prod-us' }])
  const { silence } = await situationOf('tracking.availability.default-get-position', 'prod-us')
  expect(silence).toMatchObject({ since: '2026-11-14T07:00:00Z', source: 'fleet-metrics' })
  expect(silence?.reason).toContain('no route to host')
})

test('what burns stands first, and every group but the last is small enough to be read at night', async () => {
  const { groups, items } = onCallListSchema.parse(await answer('/api/on-call'))
  expect(items[0]).toMatchObject({ service: 'payment-gateway', deployment: 'prod-eu', group: 'burning' })
  for (const { group, count } of groups.slice(0, -1)) expect(count, group).toBeLessThan(15)
})
