import { describe, expect, test } from 'vitest'

import { incidentSchema, rotationSchema, ticketSchema } from '../../../src/contract/records.ts'
import { hourFromIso } from '../../../src/domain/hours.ts'
import { NOW, worldAt } from '../testing/world.ts'
import { createOrganization } from '../organization.ts'

const world = await worldAt(NOW)
const { records } = world.deps
const all = { after: null, limit: 100_000 }
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((before, count) => before + count, 0)
const isoOf = (hour: number) => new Date(hour * 3_600_000).toISOString().replace('.000Z', 'Z')

describe('incidents', () => {
  test('the charge night is open, on the service whose budget burns', async () => {
    const { items } = await records.incidents(
      { services: ['payment-gateway'], deployments: ['prod-eu'], isOpen: true },
      all,
    )
    expect(items).toMatchObject([
      { deployments: ['prod-eu'], startedAt: '2026-11-18T01:00:00Z', resolvedAt: null, priority: 1 },
    ])
  })

  test('every one stands on a loss of budget that the measurements show', async () => {
    const { startHour, endHour } = world.periodAgo(1)
    const { items } = await records.incidents({ from: isoOf(startHour), to: isoOf(endHour) }, all)
    expect(items.length).toBeGreaterThan(15)
    for (const { startedAt, resolvedAt, deployments, services } of items) {
      const span = [Date.parse(startedAt ?? ''), Date.parse(resolvedAt ?? '')].map((ms) =>
        Math.floor(ms / 3_600_000),
      )
      const slos = world.slos.filter(({ service }) => services.includes(service))
      const shares = await Promise.all(
        slos.map(async ({ id, target }) => {
          const key = { sloId: id, deployment: deployments[0] ?? '' }
          const period = await world.deps.buckets.read(key, startHour, endHour)
          const lost = await world.deps.buckets.read(key, span[0] ?? 0, span[1] ?? 0)
          return (sum(lost.total) - sum(lost.good)) / ((1 - target) * sum(period.total))
        }),
      )
      expect(Math.max(...shares.filter((share) => !Number.isNaN(share)))).toBeGreaterThan(0.15)
    }
  })

  test('the outage of a region is one incident of all its services', async () => {
    const { items } = await records.incidents({ deployments: ['prod-jp'] }, all)
    const outages = items.filter(({ services }) => services.length > 5)
    expect(outages).toHaveLength(1)
    expect(outages[0]?.services).toContain('search-api')
  })

  test('their instants follow each other, and none lies ahead of now', async () => {
    const { items } = await records.incidents({}, all)
    for (const incident of items) {
      expect(incidentSchema.parse(incident)).toEqual(incident)
      const { startedAt, detectedAt, createdAt, acknowledgedAt, resolvedAt } = incident
      const known = [startedAt, detectedAt, createdAt, acknowledgedAt, resolvedAt].filter((at) => at !== null)
      expect(known.toSorted()).toEqual(known)
      expect(Date.parse(known.at(-1) ?? '')).toBeLessThanOrEqual(NOW)
    }
  })

  test('the own eyes see more of them first than a year and a half ago', async () => {
    const ownShare = async (newest: number, oldest: number) => {
      const range = {
        from: isoOf(world.periodAgo(oldest).startHour),
        to: isoOf(world.periodAgo(newest).endHour),
      }
      const { items } = await records.incidents(range, all)
      return (
        items.filter(({ detectedBy }) => detectedBy === 'slo' || detectedBy === 'monitoring').length /
        items.length
      )
    }
    expect(await ownShare(1, 6)).toBeGreaterThan((await ownShare(14, 19)) + 0.15)
  })
})

describe('tickets', () => {
  test('an outage brings them, linked to one problem', async () => {
    const { items } = await records.tickets({ services: ['search-api'], isReliability: true }, all)
    const ofOutage = items.filter(({ problem }) => problem !== null)
    expect(ofOutage.length).toBeGreaterThan(20)
    for (const { createdAt, deployment } of ofOutage) {
      const lead = isoOf((hourFromIso(`${createdAt.slice(0, 13)}:00:00Z`) ?? 0) - 72)
      const { totalCount } = await records.incidents(
        { services: ['search-api'], deployments: [deployment ?? ''], from: lead },
        all,
      )
      expect(totalCount).toBeGreaterThan(0)
    }
  })

  test('each is one, and none is from ahead of now', async () => {
    const { items, totalCount } = await records.tickets({}, all)
    expect(new Set(items.map(({ id }) => id)).size).toBe(totalCount)
    for (const ticket of items) {
      expect(ticketSchema.parse(ticket)).toEqual(ticket)
      expect(Date.parse(ticket.createdAt)).toBeLessThanOrEqual(NOW)
      expect(Date.parse(ticket.closedAt ?? ticket.createdAt)).toBeLessThanOrEqual(NOW)
    }
  })

  test('two spans side by side hold what the whole one does', async () => {
    const [from, middle, to] = [6, 3, 0].map((ago) => isoOf(world.periodAgo(ago).startHour))
    const count = async (range: object) => (await records.tickets(range, all)).totalCount
    expect((await count({ from, to: middle })) + (await count({ from: middle, to }))).toBe(
      await count({ from, to }),
    )
  })
})

test('pages of any list make the whole list', async () => {
  const whole = (await records.tickets({ services: ['login'] }, all)).items
  const paged = []
  for (let after: readonly string[] | null = null; ;) {
    const { items } = await records.tickets({ services: ['login'] }, { after, limit: 7 })
    const last = items.at(-1)
    if (last === undefined) break
    paged.push(...items)
    after = [last.createdAt, last.id]
  }
  expect(paged).toEqual(whole)
})

test('rotations cover what they say, and Fleet has none', async () => {
  const { items } = await records.rotations({}, all)
  for (const rotation of items) {
    expect(rotationSchema.parse(rotation)).toEqual(rotation)
    const foreign = rotation.services.filter(
      (slug) => world.services.find((service) => service.slug === slug)?.team !== rotation.team,
    )
    expect(foreign).toEqual([])
  }
  expect(new Set(items.map(({ team }) => team))).toEqual(
    new Set(['booking', 'identity', 'messaging', 'payments', 'search']),
  )
})

describe('endpoint figures', () => {
  const range = { from: isoOf(world.periodAgo(1).startHour), to: isoOf(world.periodAgo(1).endHour) }

  test('are those of the buckets where an SLO is on availability', async () => {
    const { items } = await records.endpointFigures(
      { ...range, services: ['search-api'], deployments: ['prod-eu'] },
      all,
    )
    const { good, total } = await world.deps.buckets.read(
      { sloId: 'search-api.availability.get-search', deployment: 'prod-eu' },
      world.periodAgo(1).startHour,
      world.periodAgo(1).endHour,
    )
    const search = items.find(({ endpoint }) => endpoint === 'get-search')
    expect(search).toMatchObject({ requests: sum(total), failures: sum(total) - sum(good), hourCount: 672 })
  })

  test('their histograms count every timed request once', async () => {
    const { items } = await records.endpointFigures(range, all)
    expect(items.length).toBeGreaterThan(100)
    for (const { latency, timedRequests, latencySumMs, latencyMaxMs } of items) {
      expect(latency?.counts.reduce((sum, count) => sum + count, 0)).toBe(timedRequests)
      expect(latency?.counts).toHaveLength((latency?.boundsMs.length ?? 0) + 1)
      if (timedRequests > 0) expect(latencySumMs / timedRequests).toBeLessThanOrEqual(latencyMaxMs ?? 0)
    }
  })
})

test('what has happened stays as it was told', async () => {
  const before = { to: isoOf(world.periodAgo(1).endHour) }
  const later = createOrganization({ now: () => NOW + 30 * 3_600_000 }).records
  const settled = ({ items }: Awaited<ReturnType<typeof records.tickets>>) =>
    items.map(({ id, createdAt }) => [id, createdAt])
  const from = isoOf(world.periodAgo(5).startHour)
  expect(settled(await later.tickets({ ...before, from }, all))).toEqual(
    settled(await records.tickets({ ...before, from }, all)),
  )
  expect((await later.incidents({ ...before, from }, all)).items).toEqual(
    (await records.incidents({ ...before, from }, all)).items,
  )
})
