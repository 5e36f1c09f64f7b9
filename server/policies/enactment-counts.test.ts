import { expect, test } from 'vitest'

import type { Ticket } from '../../src/contract/records.ts'
import type { PolicyTerms } from '../../src/domain/policy.ts'
import { noRecords } from '../no-records.ts'
import type { ApiDeps } from '../ports.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  NOW,
  NOW_HOUR,
  PERIOD_START,
  hourlyRows,
  tinyCatalog,
  tinyOrganization,
} from '../testing/tiny-organization.ts'
import { untold } from '../testing/untold.ts'

const isBurning = (hour: number) => (hour === PERIOD_START + 100 ? 8 : 0)
const burning = { rows: hourlyRows(PERIOD_START - 672, NOW_HOUR, isBurning) }
const series = { 'cart.availability.get-cart@north': burning, 'search.latency.find@north': burning }

/** One policy for the services of both teams. */
function policyOf(terms: Partial<PolicyTerms>): Partial<ApiDeps> {
  const policies = tinyCatalog.policies.flatMap((policy) =>
    policy.slug === 'buying-policy' ? [{ ...policy, services: ['cart', 'search'], ...terms }] : [],
  )
  return { catalog: async () => ({ ...tinyCatalog, policies }) }
}

async function countsWithStops(terms: Partial<PolicyTerms>, releasedAt: readonly string[]) {
  let now = Date.parse('2026-11-06T06:00:00Z')
  const releases = {
    list: async () =>
      releasedAt.flatMap((at) =>
        ['cart', 'search'].map((service) => ({
          id: `${service} ${at}`,
          service,
          deployment: 'north',
          version: '3',
          at,
          ...untold,
        })),
      ),
  }
  const deps = tinyOrganization({ series, deps: { ...policyOf(terms), releases, now: () => now } })
  const { read, write } = apiClient(deps)
  const untouched = { state: 'new', at: null, link: null, note: '' } as const
  const body = { seenVersion: 0, acknowledged: { note: '' }, consequences: [untouched, untouched] }
  for (const budget of ['cart.availability.get-cart', 'search.latency.find']) {
    const enactment = `buying-policy.fast-burn.${budget}.north.2026-11-06-05`
    await write('changeEnactment', { params: { team: 'buying', enactment }, body })
  }
  now = NOW
  const { counts } = await read('listEnactments', {})
  return [counts.releaseDays, counts.thawDays]
}

test('a day on which several services were released in a stop is taxed once', async () => {
  const days = ['2026-11-06T09:00:00Z', '2026-11-06T10:00:00Z', '2026-11-06T22:00:00Z']
  expect(await countsWithStops({}, days)).toEqual([1, 1.5])
  expect(await countsWithStops({ thawTax: null }, days)).toEqual([1, null])
  expect(await countsWithStops({}, [])).toEqual([0, 0])
})

test('where nothing was stopped, no release came in a stop', async () => {
  const { counts } = await apiClient(tinyOrganization()).read('listEnactments', {})
  expect(counts).toMatchObject({ enactments: 3, releaseDays: null, thawDays: null })
})

test('a ticket counts once, whatever its service met before it', async () => {
  const ticket = (day: string, service = 'cart') =>
    ({ id: `${service} ${day}`, service, createdAt: `${day}T12:00:00Z` }) as Ticket
  const items = [
    ticket('2026-10-20'),
    ticket('2026-11-05'),
    ticket('2026-11-10'),
    ticket('2026-11-10', 'mail'),
  ]
  const tickets = async () => ({ items, totalCount: items.length })
  const records = { ...noRecords, tickets }
  const deps = tinyOrganization({ deps: { records, now: () => Date.parse('2026-12-20T00:00:00Z') } })
  const { counts } = await apiClient(deps).read('listEnactments', {})
  // Met on 4 and on 6 November, by two clauses and in two budgets.
  expect(counts).toMatchObject({ enactments: 3, ticketsBefore: 1, ticketsAfter: 2, ticketsOf: 1 })
})
