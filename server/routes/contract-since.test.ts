import { describe, expect, test } from 'vitest'

import type { Incident } from '../../src/contract/records.ts'
import { HOURS_PER_DAY, isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { tinyIncident } from '../testing/tiny-incident.ts'
import { PERIOD_START } from '../testing/tiny-organization.ts'
import { adherenceOf, dayOf, organizationThatPromised, type Plan } from '../testing/tiny-promises.ts'

/** Twelve days before the current period, in the third of four. */
const SINCE = PERIOD_START - 12 * HOURS_PER_DAY

/** All of 10 requests fail in the fifteen hours around the day of the signature. */
const aroundTheDay = (hour: Hour) => (hour >= SINCE - 12 && hour < SINCE + 3 ? 10 : 0)
const organizationWith = (plan: Pick<Plan, 'contracts' | 'incidents'>) =>
  organizationThatPromised({ badAt: aroundTheDay, ...plan })
const signedOn = { contracts: [{ since: dayOf(SINCE) }] }

describe('a contract with a beginning', () => {
  const client = organizationWith(signedOn)

  test('is not judged for periods before it, and for the one it begins in by the hours from then on', async () => {
    const { row, items } = await adherenceOf(client)
    expect(row.cells.map(({ adherence, isSigned }) => [adherence, isSigned])).toEqual([
      ['absent', false],
      ['absent', false],
      ['fulfilled', true],
      ['open', true],
    ])
    // Three bad hours of 10 requests, of 2 % of those of twelve days.
    expect(row.cells[2]?.remaining).toBeCloseTo(1 - 30 / (0.02 * 10 * 288), 9)
    expect([row.fulfilledCount, row.brokenCount, row.fulfilmentRate]).toEqual([1, 0, 1])
    expect(row.contract?.since).toBe(dayOf(SINCE))

    // What the endpoint promises by itself has no beginning.
    const part = items.find(({ type }) => type === 'endpoint-level')
    expect(part?.cells.map(({ adherence, isSigned }) => [adherence, isSigned])).toEqual([
      ['fulfilled', true],
      ['fulfilled', true],
      ['broken', true],
      ['open', true],
    ])
  })

  test('is in no sentence of what was before it', async () => {
    const { answer, breaks } = await adherenceOf(client)
    expect(answer).toBe('No contractual SLA was broken: 1 verdict, all fulfilled.')
    expect(breaks).toEqual([])
  })

  test('has a row of what was left only for periods in which it held', async () => {
    const { items } = await client.read('listSlaDepletion', { sort: 'period,type' })
    const own = items.filter(({ type }) => type === 'contractual')
    expect(own.map(({ period }) => period.id)).toEqual(['2026-P11', '2026-P12'])
    expect(own[0]?.remaining).toBeCloseTo(1 - 30 / 57.6, 9)
    expect(items.filter(({ type }) => type === 'endpoint-level')).toHaveLength(4)
  })

  test('is drawn from its first day on, with no mark of before', async () => {
    const late = organizationWith({ contracts: [{ since: '2026-11-05' }] })
    const { items } = await late.read('listSlaCurves')
    const row = items.find(({ type }) => type === 'contractual')
    expect(row?.curves.slice(0, -1)).toEqual([null, null, null])
    const daily = row?.curves.at(-1)?.daily ?? []
    expect(daily.map((left) => left === null)).toEqual(Array.from({ length: 17 }, (_, day) => day < 3))
    expect(row?.marks.releases.map(({ id }) => id)).toEqual(['cart-2'])
  })

  test('is told as not signed in a file', async () => {
    const response = await client.api.request(
      '/api/indicators/sla-adherence.csv?columns=sla,2026-P09,2026-P11',
    )
    const lines = (await response.text()).trim().split(/\r?\n/)
    expect(lines[0]).toContain(',customers,holds from,')
    expect(lines.find((line) => line.startsWith('The shop'))).toContain(`,Atlas Tours,${dayOf(SINCE)},`)
    expect(lines.find((line) => line.startsWith('The shop'))).toMatch(/,not signed,,,fulfilled,0\.47\d+,$/)
  })
})

test('outages of before a contract would have cost nothing', async () => {
  const incident = (id: string, createdHour: Hour, hours: number): Incident => ({
    ...tinyIncident,
    id,
    createdAt: isoFromHour(createdHour),
    resolvedAt: isoFromHour(createdHour + hours),
  })
  const incidents = [incident('before', SINCE - 1, 10), incident('after', SINCE, 1)]
  const costsOf = async (since: string | null) =>
    (await organizationWith({ contracts: [{ since }], incidents }).read('listSlaDepletion')).costs
  expect(await costsOf(null)).toMatchObject([{ incidentCount: 2, since: null }])
  expect(await costsOf(dayOf(SINCE))).toMatchObject([
    { incidentCount: 1, outageMinutes: 60, cost: 50, since: dayOf(SINCE) },
  ])
})

test('what the outages since would have cost is told of a contract that began in the open period', async () => {
  const client = organizationWith({ contracts: [{ since: '2026-11-05' }] })
  expect((await client.read('readSetSla')).costs).toMatchObject([{ since: '2026-11-05', incidentCount: 0 }])
})

test('two contracts over one SLO each count their own hours', async () => {
  const client = organizationWith({
    contracts: [
      { slug: 'long', since: null },
      { slug: 'of-late', since: dayOf(SINCE) },
      { slug: 'to-come', since: '2027-01-01' },
    ],
  })
  const [long, late] = [await adherenceOf(client, 'long'), await adherenceOf(client, 'of-late')]
  expect(long.row.cells.map(({ adherence }) => adherence)).toEqual([
    'fulfilled',
    'fulfilled',
    'broken',
    'open',
  ])
  expect(late.row.cells.map(({ adherence }) => adherence)).toEqual(['absent', 'absent', 'fulfilled', 'open'])
  expect(long.items.map(({ id }) => id)).not.toContain('to-come')
})

test('one that is still to come is told of, with nothing left or lost', async () => {
  const client = organizationWith({
    contracts: [
      { slug: 'long', name: 'The shop opens', since: null },
      { slug: 'to-come', name: 'The shop stays open', since: '2027-01-01' },
    ],
  })
  const { items, contracts, answer } = await client.read('listSlas')
  expect(contracts.map(({ slug, since }) => [slug, since])).toEqual([
    ['long', null],
    ['to-come', '2027-01-01'],
  ])
  expect(
    items.map(({ under, state, remaining, isSigned }) => [under?.slug, state, remaining, isSigned]),
  ).toEqual([
    ['long', 'healthy', expect.any(Number), true],
    ['to-come', null, null, false],
  ])
  expect(items[1]?.leeway.badEvents).toBeNull()
  expect(answer).toBe(
    'The shop opens rests on 1 endpoint-level SLA of 1 service: cart. Not signed in this period: The shop stays open.',
  )
})
