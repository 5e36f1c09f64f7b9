import { expect, test } from 'vitest'

import type { ReportedBreach } from '../../src/contract/records.ts'
import { noRecords } from '../no-records.ts'
import { allItems, apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const tiny = apiClient(tinyOrganization())

test('an hour in which most fails is a breach, with what it took and how far it went', async () => {
  const { items, counts, answer } = await tiny.read('listSloBreaches')
  const breach = items.find(({ sloId }) => sloId === 'cart.availability.get-cart')
  expect(breach).toMatchObject({
    id: 'cart.availability.get-cart.north.2026-11-06-04',
    start: '2026-11-06T04:00:00Z',
    bad: 8,
    peakLongHours: 1,
    severity: 'page',
    releaseBefore: { version: '2.0.0', at: '2026-11-06T01:30:00Z' },
    reports: [],
    review: null,
  })
  // 8 of 10 bad where 1 % may be; of the 67.2 events that the period may hold.
  expect(breach?.peakRate).toBeCloseTo(80, 9)
  expect(breach?.depletion).toBeCloseTo(8 / 67.2, 9)
  expect(counts).toMatchObject({ breaches: items.length, alerts: items.length, snoozed: 0, reviewed: 0 })
  expect(answer).toContain(`${counts.breaches} breaches of ${counts.series} SLOs led to`)
})

test('breaches are those that the history of each budget shows', async () => {
  const { items } = await harbourline.read('listSloBreaches', { team: 'payments,messaging', limit: 500 })
  const bySeries = Map.groupBy(items, ({ sloId, deployment }) => `${sloId} ${deployment}`)
  expect(bySeries.size).toBeGreaterThan(3)
  for (const [series, own] of bySeries) {
    const [slo = '', deployment = ''] = series.split(' ')
    const { breaches } = await harbourline.read('readBudgetHistory', {}, { slo, deployment })
    const told = ({
      id,
      start,
      end,
      peakRate,
      depletion,
      alertCount,
      incidents,
    }: (typeof breaches)[number]) => ({
      id,
      start,
      end,
      peakRate,
      depletion,
      alertCount,
      incidents: incidents.map((incident) => incident.id),
    })
    const listed = own.map((breach) => told(breach)).toSorted((a, b) => (a.start < b.start ? -1 : 1))
    expect(listed).toEqual(breaches.map((breach) => told(breach)))
  }
})

test('whatever the sort and the pages, each breach is listed once', async () => {
  const whole = await harbourline.read('listSloBreaches', { limit: 500 })
  const ids = whole.items.map(({ id }) => id)
  expect(new Set(ids).size).toBe(whole.totalCount)
  for (const order of [{ sort: '-taken' }, { sort: 'service,-how-far' }, { group: 'deployment' }]) {
    const paged = await allItems((page) =>
      harbourline.read('listSloBreaches', { ...order, ...page, limit: 60 }),
    )
    expect(paged.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  }
  const taken = (await harbourline.read('listSloBreaches', { sort: '-taken', limit: 60 })).items
  expect(taken.map(({ depletion }) => depletion ?? -1)).toEqual(
    taken.map(({ depletion }) => depletion ?? -1).toSorted((a, b) => b - a),
  )
})

test('groups follow one another and sum up what each of theirs took', async () => {
  const { items, groups, counts } = await harbourline.read('listSloBreaches', {
    group: 'deployment',
    limit: 500,
  })
  const order = [...new Set(items.map(({ deployment }) => deployment))]
  expect(order).toEqual(groups.map(({ key }) => key))
  for (const group of groups) {
    const own = items.filter(({ deployment }) => deployment === group.key)
    expect(group.breaches).toBe(own.length)
    expect(group.taken).toBeCloseTo(
      own.reduce((sum, { depletion }) => sum + (depletion ?? 0), 0),
      9,
    )
  }
  expect(groups.reduce((sum, { breaches }) => sum + breaches, 0)).toBe(counts.breaches)
})

test('a choice shows as many as it says', async () => {
  const { choices, facets } = await harbourline.read('listSloBreaches')
  for (const { slug, count } of choices.rule) {
    const { totalCount } = await harbourline.read('listSloBreaches', { rule: slug, limit: 1 })
    expect([slug, totalCount]).toEqual([slug, count])
  }
  const many = { window: 'last-3-periods', limit: 500 } as const
  const all = await harbourline.read('listSloBreaches', many)
  for (const { slug, count } of all.choices.review) {
    const { items, totalCount } = await harbourline.read('listSloBreaches', { ...many, review: slug })
    expect([slug, totalCount]).toEqual([slug, count])
    expect(items.every(({ review }) => (review !== null) === (slug === 'reviewed'))).toBe(true)
  }
  expect(all.choices.review.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount)
  for (const { slug, count } of all.choices.impact) {
    const { items, totalCount } = await harbourline.read('listSloBreaches', { ...many, impact: slug })
    expect([slug, totalCount]).toEqual([slug, count])
    expect(items.every(({ review }) => review?.impact === slug)).toBe(true)
  }
  expect(all.choices.impact.some(({ count }) => count > 0)).toBe(true)
  const severe = await harbourline.read('listSloBreaches', {
    ...many,
    review: 'not-reviewed',
    impact: 'well',
  })
  expect(severe.totalCount).toBe(0)
  const [team] = facets.team.filter(({ count }) => count > 0)
  const { totalCount } = await harbourline.read('listSloBreaches', { team: team?.slug ?? '', limit: 1 })
  expect(totalCount).toBe(team?.count)
})

/** Enough to tell windows apart by. */
const few = { search: 'booking', limit: 500 }

test('windows part the breaches: what began in one is there, and what still went on at its start', async () => {
  const whole = await harbourline.read('listSloBreaches', {
    window: 'last-3-periods',
    limit: 500,
    sort: 'began',
  })
  const previous = await harbourline.read('listSloBreaches', { ...few, window: 'previous-period' })
  for (const { start, end } of previous.items) {
    expect(start < previous.window.to && (end === null || end > previous.window.from)).toBe(true)
  }
  expect(whole.totalCount).toBeGreaterThan(previous.totalCount)
  const custom = await harbourline.read('listSloBreaches', { ...few, ...previous.window })
  expect(custom.items).toEqual(previous.items)
})

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date((PERIOD_START + hours) * HOUR_MS).toISOString().replace('.000Z', 'Z')

function reported(id: string, startedAt: string, endedAt: string | null): ReportedBreach {
  return {
    id,
    slo: 'cart.availability.get-cart',
    deployment: 'north',
    service: 'cart',
    severity: 'page',
    rule: 'CartFails 1h/5m',
    startedAt,
    endedAt,
    burnRate: null,
    summary: 'Cart fails',
    source: 'alertmanager',
    url: null,
  }
}

test('what a tool reported of the same burn stands with it; what only it saw is a breach of its own', async () => {
  const told = [reported('one', at(100.1), at(101.2)), reported('other', at(200.5), at(201.5))]
  const { read } = apiClient(
    tinyOrganization({
      deps: {
        records: { ...noRecords, breaches: async () => ({ items: told, totalCount: told.length }) },
      },
    }),
  )
  const { items } = await read('listSloBreaches', { slo: 'cart.availability.get-cart', sort: 'began' })
  expect(items.map(({ start, reports }) => [start, reports.map(({ id }) => id)])).toEqual([
    [at(100), ['one']],
    [at(200), ['other']],
  ])
  expect(items[1]).toMatchObject({ rules: [], peakRate: null, bad: 0, depletion: 0, hours: 2 })
  const only = await read('listSloBreaches', { rule: 'reported' })
  expect(only.totalCount).toBe(2)
})

test('what cannot be asked for is refused by name', async () => {
  expect(await tiny.refused('listSloBreaches', { rule: 'page-2h' })).toMatchObject({ field: 'rule' })
  expect(await tiny.refused('listSloBreaches', { group: 'person' })).toMatchObject({ field: 'group' })
  expect(await tiny.refused('listSloBreaches', { team: 'nobody' })).toMatchObject({ field: 'team' })
})

test('since when a budget burns is one moment, here and for whoever is on call', async () => {
  const { items } = await harbourline.read('listSloBreaches', { window: 'last-24-hours', limit: 500 })
  const open = items.filter(({ end }) => end === null)
  expect(open).not.toEqual([])
  const details = await Promise.all(
    open.map(({ id }) => harbourline.read('readSloBreach', {}, { breach: id })),
  )
  const situations = await Promise.all(
    open.map(({ sloId, deployment }) => harbourline.read('readSituation', {}, { slo: sloId, deployment })),
  )
  expect(details.map(({ burningSince }) => burningSince)).toEqual(
    situations.map(({ burn }) => burn?.since ?? null),
  )
  // A rule comes to hold when it burns, or later.
  expect(details.some(({ burningSince, breach }) => (burningSince ?? '') < breach.start)).toBe(true)
  expect(details.filter(({ burningSince, breach }) => (burningSince ?? '') > breach.start)).toEqual([])
})
