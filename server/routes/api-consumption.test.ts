import { expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { withScenario, type ScenarioName } from '../../mocks/scenarios.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW } from '../testing/tiny-organization.ts'

const { read, problem } = harbourline

test('adherence is what the indicator says, in every deployment that has the SLO', async () => {
  const answer = await read('readApiConsumption', { service: 'payment-gateway', deployment: 'prod-us' })
  const from = answer.periods[0]?.start ?? ''
  const to = answer.periods.at(-1)?.end ?? ''
  const { items } = await read('listAdherence', { service: 'payment-gateway', from, to, limit: 500 })
  expect(answer.slos.length).toBeGreaterThan(2)
  for (const slo of answer.slos) {
    expect(slo.environments[0]?.deployment).toBe('prod-us')
    for (const environment of slo.environments) {
      const row = items.find(
        ({ sloId, deployment }) => sloId === slo.sloId && deployment === environment.deployment,
      )
      // The indicator leaves out what is not for production unless it is asked for.
      if (row === undefined) continue
      expect(environment.cells).toEqual(
        row.cells.map(({ adherence, remaining }) => ({ adherence, remaining })),
      )
      expect(environment).toMatchObject({
        fulfilledCount: row.fulfilledCount,
        brokenCount: row.brokenCount,
        streak: row.streak,
      })
    }
  }
})

test('episodes are those of the budget’s history', async () => {
  const { slos, periods } = await read('readApiConsumption', {
    service: 'timetable',
    deployment: 'prod-eu',
    sli: 'availability',
  })
  for (const { sloId, episodes } of slos) {
    const history = await read(
      'readBudgetHistory',
      { from: periods[0]?.start ?? '', to: periods.at(-1)?.end ?? '', scale: 'week' },
      { slo: sloId, deployment: 'prod-eu' },
    )
    const hours = history.episodes.reduce((sum, { spanHours }) => sum + spanHours, 0)
    expect(episodes.count).toBe(history.episodes.length)
    expect(episodes.averageHours).toBeCloseTo(hours / history.episodes.length, 10)
    expect(episodes.afterRelease).toBe(
      history.episodes.filter(({ releaseBefore }) => releaseBefore !== null).length,
    )
  }
})

test('a service that broke for a year and keeps it now is told by its last three periods', async () => {
  const { slos, outcome } = await read('readApiConsumption', { service: 'timetable', sli: 'availability' })
  const year = slos.find(({ sloId }) => sloId === 'timetable.availability.get-timetable')
  expect(year?.sign).toMatchObject({ fulfilledCount: 3, brokenCount: 0 })
  expect(year?.broken.count).toBeGreaterThan(5)
  expect(outcome.says).not.toContain('GET /timetable, Availability: broken')
})

test('the rule looks at the chosen SLIs, and names what it rests on', async () => {
  const all = await read('readApiConsumption', { service: 'ledger', deployment: 'prod-us' })
  expect(all.outcome.leansTo).toBe('solid')
  expect(all.outcome.says).toContain('broken at least once')
  const of = await read('readApiConsumption', { service: 'ledger', deployment: 'prod-us', sli: 'latency' })
  expect(of.slos.every(({ sli }) => sli === 'latency')).toBe(true)
  expect(of.slis).toEqual(all.slis)
})

test('what is promised to customers stands beside it, with the figures of its indicator', async () => {
  const { slas, periods } = await read('readApiConsumption', {
    service: 'payment-gateway',
    deployment: 'prod-eu',
  })
  const { items } = await read('listSlaAdherence', {
    service: 'payment-gateway',
    deployment: 'prod-eu',
    from: periods[0]?.start ?? '',
    to: periods.at(-1)?.end ?? '',
    limit: 500,
  })
  expect(slas.length).toBeGreaterThan(0)
  expect(slas.map(({ id, brokenCount }) => `${id} ${brokenCount}`).toSorted()).toEqual(
    items.map(({ id, brokenCount }) => `${id} ${brokenCount}`).toSorted(),
  )
})

test('as it was known then', async () => {
  const { periods, dataUpTo } = await read('readApiConsumption', {
    service: 'cart',
    at: '2026-09-01T00:00:00Z',
  })
  expect(periods.at(-1)?.name).toBe('P8')
  expect(dataUpTo).toBe('2026-09-01T00:00:00Z')
})

test.each([
  ['', 'service', undefined],
  ['service=ledgre', 'service', 'ledgre'],
  ['service=ledger&deployment=prod-mars', 'deployment', 'prod-mars'],
  ['service=ledger&sli=speed', 'sli', 'speed'],
])('%s is refused by name', async (search, field, value) => {
  const refusal = await problem(`/api/workflows/api-consumption?${search}`)
  expect(refusal).toMatchObject({ status: 400, field, ...(value !== undefined && { value }) })
  expect(refusal.allowed ?? refusal.hint).toBeTruthy()
})

function inScenario(scenario: ScenarioName) {
  const there = withScenario(createOrganization({ now: () => NOW }), scenario, async () => undefined)
  return apiClient(there).read('readApiConsumption', { service: 'cart' })
}

test('without an SLO it names the team to ask', async () => {
  const { slos, without, outcome } = await inScenario('empty')
  expect(slos).toEqual([])
  expect(without).toMatch(/^cart has no SLO yet\. .+ own it/)
  expect(outcome.leansTo).toBeNull()
})

test.each(['unmeasured', 'idle'] satisfies ScenarioName[])('%s leans nowhere', async (scenario) => {
  const { slos, outcome } = await inScenario(scenario)
  expect(slos.length).toBeGreaterThan(0)
  expect(outcome.leansTo).toBeNull()
  expect(outcome.says).toContain('without a verdict')
  expect(slos.every(({ episodes }) => episodes.averageHours === null)).toBe(true)
})
