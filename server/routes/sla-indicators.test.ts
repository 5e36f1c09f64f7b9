import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../../src/domain/hours.ts'
import { apiClient } from '../testing/api-client.ts'
import {
  hourlyRows,
  DATA_FROM,
  NOW_HOUR,
  PERIOD_START,
  tinyCatalog,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

const { read, refused } = apiClient(tinyOrganization())

/** 10 requests an hour, of which 15 in each of ten hours of the period before fail: 150 of 6,720 under an SLA of 98 %. */
const broken = apiClient(
  tinyOrganization({
    series: {
      'cart.availability.get-cart@north': {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
          hour >= PERIOD_START - 300 && hour < PERIOD_START - 285 ? 10 : 0,
        ),
      },
    },
  }),
)

test('contracts are told with what they rest on and what they cost, for whom they hold', async () => {
  const { items } = await read('listContracts')
  expect(items).toMatchObject([
    {
      slug: 'shop-opens',
      customers: [{ slug: 'atlas-tours', name: 'Atlas Tours' }],
      tier: 'Gold',
      target: 0.97,
      since: null,
      versions: [{ version: 1, target: 0.97, effectiveFrom: '2024-01-01T00:00:00Z', author: 'ada' }],
      journey: null,
      parts: ['cart.availability.get-cart'],
      deployments: ['lab', 'north'],
      penalty: { currency: 'EUR', yearlyRevenue: 876_000, refundShare: 0.5, slotMinutes: 30 },
      url: 'https://contracts.example/shop-opens',
    },
  ])
  for (const none of [{ service: 'mail' }, { team: 'finding' }, { sli: 'latency' }]) {
    expect((await read('listContracts', none)).items).toEqual([])
  }
  for (const one of [
    { service: 'cart' },
    { team: 'buying' },
    { customer: 'atlas-tours' },
    { deployment: 'lab' },
  ]) {
    expect((await read('listContracts', one)).totalCount).toBe(1)
  }
  expect(await refused('listContracts', { customer: 'atlas' })).toMatchObject({
    field: 'customer',
    allowed: ['atlas-tours'],
    hint: expect.stringContaining('atlas-tours'),
  })
  expect(await refused('listContracts', { service: 'card' })).toMatchObject({ field: 'service' })
})

test('an SLA is listed below the contract that rests on it, with what lies between it and its SLO', async () => {
  const { items, contracts, answer, facets } = await read('listSlas', { window: 'current-period' })
  expect(contracts.map(({ slug, services }) => [slug, services])).toEqual([['shop-opens', ['cart']]])
  expect(answer).toBe('The shop is open rests on 1 endpoint-level SLA of 1 service: cart.')
  expect(items).toMatchObject([
    {
      id: 'cart.availability.get-cart',
      under: { slug: 'shop-opens' },
      deployment: 'north',
      target: 0.98,
      part: { service: 'cart', sloTarget: 0.99, isTooTight: false },
      leeway: { share: 0.01 },
      state: 'healthy',
    },
  ])
  // 8 bad of the 134.4 that may fail in the 6,720 requests that are expected of the period.
  expect(items[0]?.remaining).toBeCloseTo(1 - 8 / 134.4, 6)
  expect(items[0]?.leeway.badEvents).toBeCloseTo(387 * 10 * 0.01, 6)
  expect(facets.deployment.map(({ slug, count, isOwn }) => [slug, count, isOwn])).toEqual([
    ['north', 1, true],
    ['lab', 1, false],
  ])
  expect(facets.customer.map(({ slug, count }) => [slug, count])).toEqual([['atlas-tours', 1]])
})

test('an SLA that was raised judges from its hour on: closed periods stay as they were judged', async () => {
  const catalog = {
    ...tinyCatalog,
    slos: tinyCatalog.slos.map((slo) => {
      const [first] = slo.slaVersions ?? []
      if (first === undefined) return slo
      const raised = { ...first, version: 2, target: 0.985, effectiveFrom: isoFromHour(PERIOD_START) }
      return { ...slo, slaTarget: 0.985, slaVersions: [first, raised] }
    }),
  }
  const { read: readRaised } = apiClient(tinyOrganization({ deps: { catalog: async () => catalog } }))
  const partOf = async (reader: typeof read) => {
    const { items } = await reader('listSlaAdherence')
    return items.find(({ type }) => type === 'endpoint-level')
  }
  const [before, after] = [await partOf(read), await partOf(readRaised)]
  expect(after?.target).toBe(0.985)
  expect(after?.cells.slice(0, -1)).toEqual(before?.cells.slice(0, -1))
  // 8 bad of 1.5 % of the 6,720 requests that are expected of the period, where it was 2 %.
  expect(before?.cells.at(-1)?.remaining).toBeCloseTo(1 - 8 / 134.4, 6)
  expect(after?.cells.at(-1)?.remaining).toBeCloseTo(1 - 8 / 100.8, 6)
})

describe('a contract without a measure of its own', () => {
  test('has what its only part has, and is broken by it, which is named', async () => {
    const { items, answer, periods } = await broken.read('listSlaAdherence')
    const [contract, part] = [
      items.find(({ type }) => type === 'contractual'),
      items.find(({ type }) => type === 'endpoint-level'),
    ]
    const at = periods.findIndex(({ id }) => id === '2026-P11')
    expect(contract?.cells[at]).toMatchObject({
      adherence: 'broken',
      isDerived: true,
      brokenBy: [{ sloId: 'cart.availability.get-cart', service: 'cart' }],
    })
    expect(contract?.cells[at]?.remaining).toBeCloseTo(1 - 150 / 134.4, 9)
    expect(part?.cells[at]?.remaining).toBe(contract?.cells[at]?.remaining)
    expect([contract?.brokenCount, contract?.fulfilledCount, contract?.streak]).toEqual([
      1,
      2,
      { verdict: 'broken', periods: 1 },
    ])
    expect(contract?.cells.at(-1)?.adherence).toBe('open')
    expect(answer.replaceAll('\u202f', ' ')).toBe(
      'The only contractual SLA did not hold: The shop is open in north in P11, because GET /cart 98 % of cart was broken.',
    )
  })

  test('stands beside its part in every period, and has no speed of its own', async () => {
    const { items, totalCount } = await broken.read('listSlaDepletion', { sort: 'period,type' })
    expect(totalCount).toBe(8)
    const [first] = items.filter(({ period, type }) => period.id === '2026-P11' && type === 'contractual')
    expect(first).toMatchObject({
      basis: 'mean',
      state: null,
      averageSpeed: null,
      worst: { service: 'cart' },
    })
    const part = items.find(({ period, type }) => period.id === '2026-P11' && type === 'endpoint-level')
    expect(part).toMatchObject({ basis: null, state: 'broken', worst: null })
    // 150 of 134.4 in 15 hours.
    expect(part?.averageSpeed).toBeCloseTo((150 / 134.4) * (100 / 15), 9)
    expect(part?.highestSpeed).toBe(part?.averageSpeed)
  })

  test('is drawn day by day, with the releases of its services where they were made', async () => {
    const { items } = await broken.read('listSlaCurves', { window: 'current-period' })
    expect(items.map(({ type, basis }) => [type, basis])).toEqual([
      ['contractual', 'mean'],
      ['endpoint-level', null],
    ])
    for (const { curves, marks, least } of items) {
      expect(curves.map((curve) => curve?.daily.length)).toEqual([17])
      expect(curves[0]?.daily.at(-1)).toBe(curves[0]?.remaining)
      expect(least).toBe(curves[0]?.remaining)
      expect(marks.releases.map(({ id }) => id)).toEqual(['cart-1', 'cart-2'])
    }
  })
})

test('what an hour of outage costs is told of contracts that name it, of no incident nothing', async () => {
  const { costs } = await read('listSlaDepletion')
  expect(costs).toEqual([
    {
      contract: { slug: 'shop-opens', name: 'The shop is open' },
      since: null,
      currency: 'EUR',
      yearlyRevenue: 876_000,
      hourlyRevenue: 100,
      refundShare: 0.5,
      slotMinutes: 30,
      incidentCount: 0,
      outageMinutes: 0,
      meanMinutes: null,
      cost: 0,
    },
  ])
})

test.each(['listSlas', 'listSlaAdherence', 'listSlaDepletion', 'listSlaCurves'] as const)(
  '%s refuses what nothing bears, and says what there is',
  async (id) => {
    expect(await refused(id, { contract: 'shop-open' })).toMatchObject({
      status: 400,
      field: 'contract',
      value: 'shop-open',
      allowed: ['shop-opens'],
      hint: expect.stringContaining('shop-opens'),
    })
    for (const field of ['team', 'service', 'sli', 'deployment', 'customer']) {
      expect(await refused(id, { [field]: 'nobody' })).toMatchObject({ field, value: 'nobody' })
    }
    expect(await refused(id, { window: 'someday' })).toMatchObject({ field: 'window' })
    expect(await refused(id, { colour: 'red' })).toMatchObject({ field: 'colour' })
    if (id !== 'listSlaCurves') expect(await refused(id, { sort: 'colour' })).toMatchObject({ field: 'sort' })
    if (id === 'listSlaAdherence')
      expect(await refused(id, { sort: '2019-P01' })).toMatchObject({ field: 'sort' })
    expect(await refused(id, { cursor: 'AAAA' })).toMatchObject({ field: 'cursor' })
  },
)

test('a choice that leaves nothing is empty, with its facets, and is not an error', async () => {
  for (const id of ['listSlas', 'listSlaAdherence', 'listSlaDepletion', 'listSlaCurves'] as const) {
    const { items, totalCount, answer, facets } = await read(id, { service: 'mail' })
    expect([items, totalCount]).toEqual([[], 0])
    expect(answer).toBe('No contractual SLA is in view.')
    expect(facets.service.find(({ slug }) => slug === 'cart')?.count).toBeGreaterThan(0)
  }
})
