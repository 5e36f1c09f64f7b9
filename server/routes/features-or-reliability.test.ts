import { describe, expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { withScenario, type ScenarioName } from '../../mocks/scenarios.ts'
import type { FeaturesOrReliability } from '../../src/contract/features-or-reliability.ts'
import type { ShortlistList } from '../../src/domain/shortlist.ts'
import { apiClient } from '../testing/api-client.ts'
import { decided } from '../testing/decision-writes.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const { read, problem } = harbourline
const CHECKOUT = { team: 'booking,payments' }

function listOf({ lists }: FeaturesOrReliability, name: ShortlistList) {
  const found = lists.find(({ list }) => list === name)
  if (found === undefined) throw new Error(`No list ${name}`)
  return found
}
const rowsOf = (answer: FeaturesOrReliability, name: ShortlistList) => {
  const { rows, next } = listOf(answer, name)
  return [...rows, ...(next === null ? [] : [next])]
}
const placeOf = (row: Readonly<{ service: string; deployment: string }>, name: string) =>
  `${row.service} ${name} ${row.deployment}`

describe('the lists are the first rows of the pages of the indicators', () => {
  test('adherence over the closed periods of the year', async () => {
    const answer = await read('readFeaturesOrReliability', CHECKOUT)
    const from = answer.periods[0]?.start ?? ''
    const { items } = await read('listAdherence', {
      ...CHECKOUT,
      from,
      to: answer.period?.end ?? '',
      limit: 20,
    })
    const listed = rowsOf(answer, 'most-broken')
    expect(answer.periods.map(({ name }) => name)).toEqual(
      Array.from({ length: 11 }, (_, at) => `P${at + 1}`),
    )
    expect(listed.length).toBeGreaterThan(3)
    expect(listed.map((row) => [placeOf(row, row.slo?.slug ?? ''), row.figure, row.of])).toEqual(
      items
        .slice(0, listed.length)
        .map((row) => [placeOf(row, row.sloSlug), row.brokenCount, row.brokenCount + row.fulfilledCount]),
    )
  })

  test.each([
    ['soonest-out', 'exhaustion', 'only'],
    ['deepest', 'remaining', 'only'],
    ['fastest', '-highest-speed', undefined],
  ] as const)('%s by depletion sorted by %s', async (list, sort, premature) => {
    const answer = await read('readFeaturesOrReliability')
    const { items } = await read('listDepletion', {
      window: 'previous-period',
      sort,
      ...(premature && { premature }),
      limit: 10,
    })
    const figureOf = ({ budget, highestSpeed }: (typeof items)[number]) =>
      ({ 'soonest-out': budget.timeToExhaustionHours, deepest: budget.remaining, fastest: highestSpeed })[
        list
      ]
    const listed = rowsOf(answer, list)
    expect(listed.length).toBeGreaterThan(1)
    expect(listed.map(({ figure }) => figure)).toEqual(items.slice(0, listed.length).map(figureOf))
    for (const row of listed) {
      const same = items.find((one) => placeOf(one, one.sloSlug) === placeOf(row, row.slo?.slug ?? ''))
      expect(same && figureOf(same)).toBe(row.figure)
      expect(row.remaining).toBe(same?.budget.remaining)
    }
  })

  test.each([
    ['least-available', 'availability'],
    ['slowest', 'latency'],
  ] as const)('%s by endpoints', async (list, by) => {
    const answer = await read('readFeaturesOrReliability', CHECKOUT)
    const { items } = await read('listEndpointRanking', {
      ...CHECKOUT,
      window: 'previous-period',
      by,
      limit: 4,
    })
    expect(
      rowsOf(answer, list).map((row) => [placeOf(row, row.endpoint.path), row.figure, row.requests]),
    ).toEqual(
      items.map((row) => [
        placeOf(row, row.endpoint.path),
        by === 'availability' ? row.availability : row.averageLatencyMs,
        row.requests,
      ]),
    )
  })
})

describe('the shortlist', () => {
  test('names what the lists name, and tells the rows that put it there', async () => {
    for (const merge of ['yes', 'no']) {
      const answer = await read('readFeaturesOrReliability', { ...CHECKOUT, merge })
      const places = answer.shortlist.flatMap((one) => one.places.map(({ list, id }) => `${list} ${id}`))
      const rows = answer.lists.flatMap(({ list, rows: own }) => own.map(({ id }) => `${list} ${id}`))
      expect(places.toSorted()).toEqual(rows.toSorted())
      expect(answer.outcome.length).toBe(answer.shortlist.length)
    }
  })

  test('merging deployments shortens it, and two teams are enough for it to lean somewhere', async () => {
    const [merged, apart] = [
      await read('readFeaturesOrReliability', CHECKOUT),
      await read('readFeaturesOrReliability', { ...CHECKOUT, merge: 'no' }),
    ]
    expect(merged.outcome.length).toBeLessThan(apart.outcome.length)
    expect(merged.shortlist.every(({ endpoint }) => endpoint.path !== '')).toBe(true)
    for (const { outcome } of [merged, apart]) expect(outcome.leansTo).not.toBeNull()
    expect(merged.outcome).toMatchObject({ shortest: 3, longest: 18, tellingPicks: null })
  })

  test('a team of a dozen endpoints is told with how many picks its list could tell something', async () => {
    const { outcome } = await read('readFeaturesOrReliability', { team: 'payments' })
    expect(outcome.candidates).toBe(12)
    if (outcome.leansTo === null) {
      expect(outcome.tellingPicks).toBe(2)
      const fewer = await read('readFeaturesOrReliability', { team: 'payments', picks: 2 })
      expect(fewer.outcome.leansTo).not.toBeNull()
    }
  })

  test('follows what a person leaves out and adds; what the data lean to does not', async () => {
    const own = await read('readFeaturesOrReliability', CHECKOUT)
    const { rows, next } = listOf(own, 'slowest')
    const changed = await read('readFeaturesOrReliability', {
      ...CHECKOUT,
      leave: rows.map(({ id }) => `slowest_${id}`).join(','),
      add: `slowest_${next?.id ?? ''},deepest_gone.slo_prod-eu`,
    })
    const slowest = listOf(changed, 'slowest')
    expect(slowest.rows.map(({ isPicked }) => isPicked)).toEqual(rows.map(() => false))
    expect(slowest.next?.isPicked).toBe(true)
    expect(
      changed.shortlist.flatMap(({ places }) => places.filter(({ list }) => list === 'slowest')),
    ).toEqual([{ list: 'slowest', id: next?.id }])
    expect(changed.outcome).toMatchObject({
      leftOutCount: rows.length,
      addedCount: 1,
      ownLength: own.outcome.length,
      leansTo: own.outcome.leansTo,
    })
  })
})

describe('which periods', () => {
  test('the decision is for the next one to come', async () => {
    const answer = await read('readFeaturesOrReliability')
    expect(answer).toMatchObject({
      period: { name: 'P11', isOpen: false },
      decisionFor: { name: 'P13' },
      reviewIn: { name: 'P1', id: '2027-P01' },
    })
  })

  test('any closed one; early in a year with those before it', async () => {
    const first = await read('readFeaturesOrReliability', { period: '2026-P01' })
    expect(first.periods.map(({ id }) => id)).toEqual(['2025-P12', '2025-P13', '2026-P01'])
    const frozen = await read('readFeaturesOrReliability', { at: '2026-09-01T00:00:00Z' })
    expect(frozen.period?.name).toBe('P8')
    expect(frozen.dataUpTo).toBe('2026-09-01T00:00:00Z')
  })
})

test.each([
  ['period=2026-P12', 'period', '2026-P12'],
  ['team=paymants', 'team', 'paymants'],
  ['deployment=prod-mars', 'deployment', 'prod-mars'],
  ['picks=11', 'picks', '11'],
  ['picks=0', 'picks', '0'],
  ['merge=perhaps', 'merge', 'perhaps'],
  ['leave=worst_ledger', 'leave', 'worst_ledger'],
  ['add=deepest', 'add', 'deepest'],
  ['at=2026-09-01T00:30:00Z', 'at', '2026-09-01T00:30:00Z'],
])('%s is refused by name', async (search, field, value) => {
  const refusal = await problem(`/api/workflows/features-or-reliability?${search}`)
  expect(refusal).toMatchObject({ status: 400, field, value })
  expect(refusal.allowed ?? refusal.hint).toBeTruthy()
})

function inScenario(scenario: ScenarioName) {
  const there = withScenario(createOrganization({ now: () => NOW }), scenario, async () => undefined)
  return apiClient(there).read('readFeaturesOrReliability', { period: '2025-P01' })
}

test.each([
  ['unmeasured', /No measurements have arrived/, /No measurements of endpoints have arrived/],
  ['idle', /Nobody asked/, /No endpoint in view had a request/],
] satisfies [ScenarioName, RegExp, RegExp][])(
  '%s is said of every list',
  async (scenario, says, ofEndpoints) => {
    const { lists, outcome, shortlist } = await inScenario(scenario)
    expect(shortlist).toEqual([])
    expect(outcome).toMatchObject({ leansTo: null, candidates: 0 })
    expect(outcome.leaning).toContain('Nothing in view was measured')
    for (const { rows, empty, question } of lists) {
      expect(rows).toEqual([])
      expect(empty?.isGood).toBe(false)
      expect(empty?.says).toMatch(question < 4 ? says : ofEndpoints)
    }
  },
)

test('before any period has closed nothing is ranked, and none can be asked for', async () => {
  const tiny = tinyOrganization()
  const young = apiClient({ ...tiny, buckets: { ...tiny.buckets, fromHour: async () => PERIOD_START + 24 } })
  const answer = await young.read('readFeaturesOrReliability')
  expect(answer).toMatchObject({ period: null, periods: [], closedPeriods: [], shortlist: [] })
  expect(answer.decisionFor.name).toBe('P13')
  expect(answer.outcome).toMatchObject({
    leansTo: null,
    leaning: 'No period has closed yet, so the data lean nowhere.',
  })
  expect(answer.lists.length).toBeGreaterThan(0)
  for (const { rows, next, empty } of answer.lists) {
    expect({ rows, next }).toEqual({ rows: [], next: null })
    expect(empty).toEqual({ isGood: false, says: 'No period has closed yet.' })
  }
  const search = '?period=2026-P11'
  expect(await young.problem(`/api/workflows/features-or-reliability${search}`)).toMatchObject({
    status: 400,
    field: 'period',
    allowed: [],
  })
})

test('without an SLO the two last questions are answered all the same', async () => {
  const { lists, shortlist, outcome } = await inScenario('empty')
  expect(outcome).toMatchObject({ leansTo: null, rule: null, tellingPicks: null })
  expect(outcome.leaning).toContain('Questions 1 to 3 have nothing to go by')
  for (const { rows, empty, question } of lists) {
    expect(rows.length > 0).toBe(question > 3)
    if (question < 4) expect(empty?.says).toContain('No SLO is set')
  }
  expect(shortlist.length).toBeGreaterThan(0)
  expect(shortlist.every(({ slo }) => slo === null)).toBe(true)
})

test('what was decided for the same teams and period is told, until it is withdrawn', async () => {
  const { read: readTiny, write } = apiClient(tinyOrganization())
  const decidedOf = async (team?: string) =>
    (await readTiny('readFeaturesOrReliability', team === undefined ? {} : { team })).decided
  expect(await decidedOf('buying')).toBeNull()
  const { decisionFor } = await readTiny('readFeaturesOrReliability')
  const split = { teams: ['buying'], period: decisionFor.id, reliability: 0.6 }
  const record = (id: string, change: object) =>
    write('writeDecision', {
      params: { decision: id },
      body: { seenVersion: 0, decision: { ...decided, ...change } },
    })
  await record('other-period', { split: { ...split, period: '2026-P01' } })
  await record('no-split', {})
  expect(await decidedOf('buying')).toBeNull()
  const foreign = record('foreign', { split: { ...split, teams: ['finding'] } })
  await expect(foreign).rejects.toThrow(/is about .*buying.*, and its split about .*finding/)
  const unknown = record('unknown', { split: { ...split, teams: ['nobody'] } })
  await expect(unknown).rejects.toThrow(/Nothing is called .*nobody/)
  await record('first', { split })
  expect(await decidedOf('buying')).toMatchObject({
    id: 'first',
    state: 'in-review',
    reliability: 0.6,
    deciderCount: 2,
    signedCount: 0,
  })
  expect(await decidedOf()).toBeNull()
  expect(await decidedOf('finding,buying')).toBeNull()
  await write('withdrawDecision', {
    params: { decision: 'first' },
    body: { version: 1, because: 'It was early' },
  })
  expect(await decidedOf('buying')).toBeNull()
})

test('Search has decided about the next period, which not everybody has signed; Payments about one long over', async () => {
  const search = await read('readFeaturesOrReliability', { team: 'search' })
  expect(search.decided).toMatchObject({
    reliability: 0.3,
    state: 'in-review',
    deciderCount: 3,
    signedCount: 1,
  })
  expect(search.decided?.title).toContain(search.decisionFor.name)
  expect((await read('readFeaturesOrReliability', { team: 'payments' })).decided).toBeNull()
  expect((await read('readFeaturesOrReliability')).decided).toBeNull()
})
