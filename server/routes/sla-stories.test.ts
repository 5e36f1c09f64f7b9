import { describe, expect, test } from 'vitest'

import { allItems } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'

const { read } = harbourline
const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('what Harbourline has promised', () => {
  test('rests on endpoint-level SLAs; choosing a contract leaves the services that carry it', async () => {
    const all = await read('listSlas', { limit: 500 })
    expect(plain(all.answer)).toMatch(/^4 contractual SLAs rest on 8 endpoint-level SLAs of 8 services: /)
    const one = await read('listSlas', { contract: 'nordbahn-timetable' })
    expect(one.items.map(({ part }) => part.service)).toEqual(['login', 'timetable'])
    expect(one.facets.service.map(({ slug, count }) => [slug, count])).toEqual([
      ['timetable', 1],
      ['login', 1],
    ])
    expect(one.totalCount).toBe(all.facets.contract.find(({ slug }) => slug === 'nordbahn-timetable')?.count)
  })

  test('to one customer is what names it and what holds for everyone', async () => {
    const { contracts } = await read('listSlas', { customer: 'nordbahn', limit: 500 })
    expect(contracts.map(({ slug }) => slug)).toEqual([
      'nordbahn-timetable',
      'refund-roundtrip',
      'travel-messages',
    ])
  })

  test('was broken once and again by a part that is named, and has been kept since', async () => {
    const { items, answer } = await read('listSlaAdherence', { contract: 'nordbahn-timetable' })
    expect(plain(answer)).toBe(
      'The only contractual SLA did not hold: Timetable for Nordbahn in prod-eu in 2 periods, last in P6, because GET /timetable 99.85 % of timetable was broken.',
    )
    const contract = items.find(({ type }) => type === 'contractual')
    const broken = contract?.cells.filter(({ adherence }) => adherence === 'broken') ?? []
    expect(broken.length).toBe(contract?.brokenCount)
    for (const { brokenBy, remaining, worst } of broken) {
      expect(brokenBy.map(({ service }) => service)).toEqual(['timetable'])
      // The mean hides it: half of what may fail was left all the same.
      expect(remaining).toBeGreaterThan(0.3)
      expect(worst?.remaining).toBeLessThan(0)
    }
    expect(contract?.streak).toEqual({ verdict: 'fulfilled', periods: 5 })
  })

  test('to resellers is judged from the spring on, when it was signed, and is no matter of before', async () => {
    const { items, periods } = await read('listSlaAdherence', { contract: 'reseller-checkout' })
    const { since } = items[0]?.contract ?? {}
    expect(since).toBe('2026-03-09')
    const whole = periods.findIndex(({ end }) => end > `${since}T00:00:00Z`)
    expect(periods[whole]?.start).toBe('2026-02-23T00:00:00Z')
    for (const { type, cells } of items)
      expect(cells.findIndex(({ adherence }) => adherence !== 'absent')).toBe(
        type === 'contractual' ? whole : 0,
      )

    const { start = '', end = '' } = periods[whole] ?? {}
    const { items: incidents } = await read('listIncidents', {
      service: 'booking-api,ledger,login,payment-gateway',
      deployment: 'prod-eu,prod-us',
      from: start,
      to: end,
    })
    const { costs } = await read('listSlaDepletion', { contract: 'reseller-checkout', from: start, to: end })
    const counted = incidents.filter(({ createdAt }) => createdAt >= `${since}`)
    expect(incidents.length).toBeGreaterThan(counted.length)
    expect(costs).toMatchObject([{ since, incidentCount: counted.length }])
  })

  test('is measured by its own journey where it has one, with speeds of its own', async () => {
    const { items } = await read('listSlaDepletion', {
      contract: 'refund-roundtrip',
      deployment: 'prod-us',
      sort: 'type,remaining',
    })
    const [contract] = items
    expect(contract).toMatchObject({ type: 'contractual', basis: 'own', period: { id: '2026-P02' } })
    expect(contract?.averageSpeed).toBeGreaterThan(0)
    const { answer } = await read('listSlaDepletion', { contract: 'refund-roundtrip' })
    expect(plain(answer)).toContain('nearest came Refunds arrive within a day in prod-us')
  })

  test('leaves room to promise more where every part always keeps a lot', async () => {
    const { answer } = await read('listSlaDepletion', { contract: 'travel-messages', deployment: 'prod-us' })
    expect(plain(answer)).toContain(
      'More than 25 % was left in every closed period of Messages reach travellers in prod-us',
    )
    const { answer: timetable } = await read('listSlaDepletion', { contract: 'nordbahn-timetable' })
    expect(plain(timetable)).toContain('A part of Timetable for Nordbahn in prod-eu did exceed it')
    expect(timetable).not.toContain('room to promise more')
  })
})

test('some services of a contract are their mean, said to be it, and the worst part is still named', async () => {
  const query = { contract: 'reseller-checkout', deployment: 'prod-eu', window: 'previous-period' }
  const { items } = await read('listSlaDepletion', {
    ...query,
    service: 'ledger,login',
    sort: 'type,service',
  })
  const [contract, ...parts] = items
  expect(parts.map(({ part }) => part?.service)).toEqual(['ledger', 'login'])
  const mean = parts.reduce((sum, { remaining }) => sum + (remaining ?? 0), 0) / 2
  expect(contract).toMatchObject({
    basis: 'mean-of-selected',
    contract: { services: ['ledger', 'login'], serviceCount: 4 },
  })
  expect(contract?.remaining).toBeCloseTo(mean, 9)
  const whole = (await read('listSlaDepletion', query)).items
  const least = Math.min(...whole.filter(({ part }) => part !== null).map(({ remaining }) => remaining ?? 1))
  expect(contract?.worst?.remaining).toBe(least)
  const curves = await read('listSlaCurves', { ...query, service: 'ledger,login' })
  expect(curves.items[0]?.curves[0]?.remaining).toBeCloseTo(mean, 9)
  expect(curves.items[0]?.curves[0]?.daily.at(-1)).toBeCloseTo(mean, 9)
  expect(new Set(curves.items[0]?.marks.releases.map(({ service }) => service))).toEqual(
    new Set(['ledger', 'login']),
  )
})

test('what was promised anew and what was corrected stand at the curves, of a contract those of its parts', async () => {
  const query = { contract: 'travel-messages', deployment: 'prod-eu', window: 'current-year' }
  const { items } = await read('listSlaCurves', query)
  const [contract, ...parts] = items
  const sms = parts.find(({ part }) => part?.service === 'sms-relay')
  const at = sms?.marks.targetChanges[0]?.at
  expect(sms?.marks.targetChanges).toEqual([{ at, before: 0.985, after: 0.99, of: null }])
  expect(contract?.marks.targetChanges).toMatchObject([
    { at, after: 0.99, of: expect.stringContaining('of sms-relay') },
  ])
  const everywhere = await read('listSlaCurves', { window: 'current-year', limit: 500 })
  const corrected = everywhere.items.filter(({ marks }) => marks.corrections.length > 0)
  expect(corrected.map(({ type }) => type)).toContain('endpoint-level')
  for (const { type, id, deployment, marks } of corrected) {
    if (type === 'contractual') continue
    const { corrections } = await read(
      'readBudgetHistory',
      { window: 'current-year' },
      { slo: id, deployment },
    )
    const starts = new Set(corrections.map(({ start }) => start))
    for (const { start, of } of marks.corrections) expect([starts.has(start), of]).toEqual([true, null])
  }
})

test('the cost of outages is that of the incidents of the contract, in begun half hours', async () => {
  const query = { contract: 'reseller-checkout', deployment: 'prod-eu', window: 'previous-period' }
  const { costs, periods } = await read('listSlaDepletion', query)
  const [from, to] = [periods[0]?.start ?? '', periods.at(-1)?.end ?? '']
  const services = 'booking-api,ledger,login,payment-gateway'
  const { items } = await read('listIncidents', {
    service: services,
    deployment: 'prod-eu',
    from,
    to,
    limit: 500,
  })
  const minutes = items.flatMap(({ createdAt, resolvedAt }) =>
    resolvedAt === null ? [] : [(Date.parse(resolvedAt) - Date.parse(createdAt)) / 60_000],
  )
  const slots = minutes.reduce((sum, one) => sum + Math.ceil(one / 30), 0)
  expect(minutes.length).toBeGreaterThan(0)
  expect(costs[0]).toMatchObject({ incidentCount: minutes.length, refundShare: 0.5, currency: 'EUR' })
  expect(costs[0]?.cost).toBeCloseTo((slots / 2) * (1_000_000 / 8760) * 0.5, 6)
})

test('rows come in pages of any size, in the order that is asked for, absent figures last both ways', async () => {
  for (const sort of ['remaining', '-remaining', 'highest-speed', '-highest-speed']) {
    const query = { window: 'previous-period', sort } as const
    const rows = await allItems((page) => read('listSlaDepletion', { ...query, ...page, limit: 9 }))
    const { totalCount } = await read('listSlaDepletion', { ...query, limit: 1 })
    expect(rows.length).toBe(totalCount)
    const of = (row: (typeof rows)[number]) => (sort.endsWith('speed') ? row.highestSpeed : row.remaining)
    const figures = rows.map(of).filter((figure) => figure !== null)
    const sorted = figures.toSorted((a, b) => (sort.startsWith('-') ? b - a : a - b))
    expect(figures).toEqual(sorted)
    expect(rows.slice(0, figures.length).map(of)).toEqual(figures)
  }
})
