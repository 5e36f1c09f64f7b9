import { expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { withScenario, type ScenarioName } from '../../mocks/scenarios.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW } from '../testing/tiny-organization.ts'

const { read, problem } = harbourline
const BOOKINGS = 'booking-api.availability.post-bookings'
const TIMETABLE = 'timetable.availability.get-timetable'

test('what was left is what the indicator says, over a year of closed periods', async () => {
  const answer = await read('readTighterSlo', { slo: TIMETABLE, deployment: 'prod-us' })
  const { items } = await read('listDepletion', {
    slo: TIMETABLE,
    deployment: 'prod-us',
    from: answer.periods[0]?.period.start ?? '',
    to: answer.periods.at(-1)?.period.end ?? '',
    sort: 'period',
  })
  expect(answer.periods).toHaveLength(13)
  expect(answer.periods.at(-1)?.period.name).toBe('P11')
  expect(answer.periods.map(({ remaining }) => remaining)).toEqual(
    items.map(({ budget }) => budget.remaining),
  )
  const left = items.filter(({ budget }) => (budget.remaining ?? 0) >= 0.2)
  expect(answer.room).toEqual({ counted: 13, representative: left.length, leansTo: 'talk' })
  expect(answer.says).toContain('talk to Search all the same')
})

test('another target judges the same events', async () => {
  const target = 0.9997
  const answer = await read('readTighterSlo', { slo: BOOKINGS, deployment: 'prod-eu', target, periods: 2 })
  const candidate = answer.candidates.find((one) => one.target === target)
  expect(candidate?.from).toEqual(['chosen'])
  expect(answer.says).toContain('At the 99.97\u202f% that is needed')
  for (const [at, { period, isCorrected }] of answer.periods.entries()) {
    expect(isCorrected).toBe(false)
    const { good, total } = await read(
      'readBuckets',
      { from: period.start, to: period.end },
      { slo: BOOKINGS, deployment: 'prod-eu' },
    )
    const sum = (column: readonly number[]) => column.reduce((all, one) => all + one, 0)
    const bad = sum(total) - sum(good)
    expect(candidate?.ends[at]).toBeCloseTo(1 - bad / (sum(total) * (1 - target)), 6)
  }
})

test('the tightest target that most periods would have borne is on the list, and bears what it says', async () => {
  const { tightest, candidates, room } = await read('readTighterSlo', { slo: BOOKINGS })
  expect(room.leansTo).toBe('ask')
  expect(candidates.map(({ target }) => target)).toEqual([tightest, 0.9995, 0.9999, 0.99995])
  const [bound, next] = candidates
  expect(bound).toMatchObject({ from: ['tightest'], leansTo: 'ask' })
  expect(next).toMatchObject({ from: ['customary'], leansTo: 'talk' })
})

test('without a deployment the first of production is meant; the others are told besides', async () => {
  const answer = await read('readTighterSlo', { slo: TIMETABLE })
  expect(answer.deployment).toBe('prod-eu')
  expect(answer.elsewhere.map(({ deployment }) => deployment)).toEqual(
    answer.deployments.filter((one) => one !== 'prod-eu'),
  )
  const other = await read('readTighterSlo', { slo: TIMETABLE, deployment: 'prod-us' })
  expect(answer.elsewhere.find(({ deployment }) => deployment === 'prod-us')).toMatchObject(other.room)
})

test('as it was known then', async () => {
  const { periods, dataUpTo } = await read('readTighterSlo', { slo: BOOKINGS, at: '2026-09-01T00:00:00Z' })
  expect(periods.at(-1)?.period.name).toBe('P8')
  expect(dataUpTo).toBe('2026-09-01T00:00:00Z')
})

test.each([
  ['', 'slo', undefined],
  ['slo=booking-api.availability.post-booking', 'slo', 'booking-api.availability.post-booking'],
  [`slo=${BOOKINGS}&deployment=prod-mars`, 'deployment', 'prod-mars'],
  [`slo=${BOOKINGS}&target=0.999`, 'target', '0.999'],
  [`slo=${BOOKINGS}&target=99.95`, 'target', '99.95'],
  [`slo=${BOOKINGS}&periods=27`, 'periods', '27'],
])('%s is refused by name', async (search, field, value) => {
  const refusal = await problem(`/api/workflows/tighter-slo?${search}`)
  expect(refusal).toMatchObject({ status: 400, field, ...(value !== undefined && { value }) })
  expect(refusal.allowed ?? refusal.hint).toBeTruthy()
})

test.each([
  ['unmeasured', /No measurements have arrived/],
  ['idle', /Nobody asked/],
] satisfies [ScenarioName, RegExp][])('%s is said, and leans nowhere', async (scenario, says) => {
  const there = withScenario(createOrganization({ now: () => NOW }), scenario, async () => undefined)
  const answer = await apiClient(there).read('readTighterSlo', { slo: BOOKINGS, periods: 2 })
  expect(answer.room).toEqual({ counted: 0, representative: 0, leansTo: null })
  expect(answer.says).toMatch(says)
  expect(answer.tightest).toBeNull()
  expect(answer.periods.map(({ remaining }) => remaining)).toEqual([null, null])
})
