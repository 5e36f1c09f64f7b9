import { expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import type { Hypothesis } from '../../src/contract/expectations.ts'
import type { ExpectationMetric } from '../../src/domain/expectation-metric.ts'
import { median } from '../../src/domain/median.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { instantOf } from '../instant.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'

const id = 'fewer-tickets'
const expected: Hypothesis = {
  title: 'Fewer tickets',
  stakeholder: 'managers',
  capability: 'SLOs',
  outcome: 'Fewer people have to ask',
  signal: 'Tickets a quarter',
  wayToTest: 'The ticket tool',
  owner: 'SRE coaches',
  source: { kind: 'typed', unit: 'tickets', base: 40 },
  baseline: { from: '2026-01', to: '2026-03' },
  target: { kind: 'fall', percent: 50, isBeyond: false },
  checkpoint: '2026-10',
  changedBecause: null,
}

const recorded = (change: Partial<Hypothesis> = {}) => ({
  params: { expectation: id },
  body: { seenVersion: 0, hypothesis: { ...expected, ...change } },
})
const value = (figure: number, seenVersion = 0) => ({
  params: { expectation: id },
  body: { month: '2026-10', seenVersion, entered: { value: figure, note: '' } },
})

test('a value that is entered makes the state, and every version of it is kept', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('coach'))
  await write('writeExpectation', recorded())
  expect((await read('listExpectations')).items[0]).toMatchObject({
    state: 'not-measurable',
    whyNot: 'no-value',
  })
  await write('writeExpectationValue', value(25))
  expect((await read('listExpectations')).items[0]).toMatchObject({
    state: 'not-met',
    change: -0.375,
    goal: 20,
  })
  await write('writeExpectationValue', value(20, 1))
  const { expectation, values, versions } = await read('readExpectation', {}, { expectation: id })
  expect(expectation).toMatchObject({ state: 'met', change: -0.5, reachedSince: 'Oct 2026', by: 'A coach' })
  expect(values).toMatchObject([
    { month: '2026-10', value: 20, version: 2, before: [{ value: 25, version: 1 }] },
  ])
  expect(versions).toHaveLength(1)
})

test('withdrawn it is in no list, and its text is kept', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('coach'))
  await write('writeExpectation', recorded())
  await write('writeExpectation', { params: { expectation: id }, body: { seenVersion: 1, hypothesis: null } })
  const list = await read('listExpectations')
  expect([list.totalCount, list.answer]).toEqual([0, 'Nothing is expected of SRE in writing yet.'])
  const { expectation } = await read('readExpectation', {}, { expectation: id })
  expect(expectation).toMatchObject({ isWithdrawn: true, version: 2, title: expected.title })
})

test('whoever is too late is told what stands there now', async () => {
  const { write, problem } = apiClient(tinyOrganization())
  await write('writeExpectation', recorded())
  const late = await problem(
    `/api/expectations/${id}`,
    sending('writeExpectation', recorded({ title: 'Mine' }).body),
  )
  expect(late).toMatchObject({ status: 409, current: { version: 1, body: expected } })
})

test('team editors are told that a coach records expectations', async () => {
  const { problem } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
  const refused = await problem(`/api/expectations/${id}`, sending('writeExpectation', recorded().body))
  expect(refused).toMatchObject({ status: 403, field: 'role', allowed: ['coach', 'admin'] })
})

test('what cannot be is refused by its field', async () => {
  const { write, problem } = apiClient(tinyOrganization())
  const send = (change: Partial<Hypothesis>) =>
    problem(`/api/expectations/${id}`, sending('writeExpectation', recorded(change).body))
  expect(await send({ checkpoint: '2026-02' })).toMatchObject({ field: 'hypothesis.checkpoint' })
  expect(await send({ baseline: { from: '2026-03', to: '2026-01' } })).toMatchObject({
    field: 'hypothesis.baseline.to',
  })
  const metric = { kind: 'metric', metric: 'incidents', overPeriods: 1 } as const
  expect(await send({ source: metric, baseline: null })).toMatchObject({ field: 'hypothesis.baseline' })
  await write('writeExpectation', recorded({ source: metric }))
  const typed = sending('writeExpectationValue', value(3).body)
  expect(await problem(`/api/expectations/${id}/values`, typed)).toMatchObject({
    status: 400,
    field: 'expectation',
  })
})

test('the story of the organization: some expectations came true, one did not, some are open', async () => {
  const { read } = harbourline
  const { items, states, answer } = await read('listExpectations')
  expect(items).toHaveLength(12)
  const standing = new Map(items.map((one) => [one.id, one]))
  expect(standing.get('outages-seen-inside')).toMatchObject({ state: 'met', reachedSince: 'P6' })
  expect(standing.get('within-budget')).toMatchObject({ state: 'met', reachedSince: 'P5' })
  expect(standing.get('escalations')).toMatchObject({ state: 'not-met', base: 52, judged: { value: 32 } })
  expect(standing.get('developers-on-call')).toMatchObject({
    state: 'on-track',
    judged: { value: 5 },
    goal: 6,
  })
  expect(standing.get('backlogs')).toMatchObject({ state: 'changed', version: 2 })
  expect(answer).toBe(
    '5 of 7 expectations that were due are met. 4 are open, 2 of them on track. 1 was changed.',
  )
  expect(states.reduce((all, { count }) => all + count, 0)).toBe(12)
  const chosen = await read('listExpectations', { state: 'not-met', source: 'computed', search: 'recovery' })
  expect(chosen.items.map((one) => one.id)).toEqual(['recovery'])
})

test('perceptions stand beside what was measured by then', async () => {
  const { read } = harbourline
  const { items } = await read('listPerceptions')
  const users = items.find(({ who }) => who === 'users')
  expect(users).toMatchObject({
    month: '2026-09',
    recommendScore: { answers: 403 },
    measured: { period: 'P9' },
  })
  const { totals, periods } = await read('listKeptOverview', { window: 'current-year' })
  const at = periods.findIndex(({ name }) => name === 'P9')
  expect(users?.measured?.servicesWithinBudget).toBeCloseTo(totals[at]?.share ?? NaN, 12)
})

test('metrics are those of the indicators, to the digit', async () => {
  const { read, write } = apiClient(createOrganization({ now: () => NOW }))
  const measured = async (metric: ExpectationMetric) => {
    const expectation = `of-${metric}`
    await write('writeExpectation', {
      params: { expectation },
      body: {
        seenVersion: 0,
        hypothesis: {
          ...expected,
          source: { kind: 'metric', metric, overPeriods: 1 },
          baseline: { from: '2025-01', to: '2025-12' },
          checkpoint: '2026-12',
        },
      },
    })
    const { expectation: one } = await read('readExpectation', {}, { expectation })
    return one.points.map((point) => point.value)
  }
  const { totals } = await read('listKeptOverview', { window: 'current-year' })
  const closed = <Item>(all: readonly Item[]) => all.slice(0, -1)
  expect(await measured('services-within-budget')).toEqual(
    closed(totals).map(({ share }) => (share ?? 0) * 100),
  )
  const tickets = await read('listTicketTrend', { window: 'current-year' })
  expect(await measured('reliability-tickets')).toEqual(closed(tickets.totals.counts))
  const recovery = await read('listRecoveryTrend', { window: 'current-year', limit: 500 })
  expect(await measured('incidents')).toEqual(closed(recovery.byPeriod).map(({ count }) => count))
  const inPeriod = ({ start, end }: Readonly<{ start: string; end: string }>) =>
    recovery.items.filter(({ createdAt }) => createdAt >= start && createdAt < end)
  expect(await measured('median-recovery')).toEqual(
    closed(recovery.periods).map((period) =>
      median(inPeriod(period).flatMap(({ recoveryMinutes: m }) => m ?? [])),
    ),
  )
})

test('of deployments the middle of the periods’ shares that failed, and of all recoveries', async () => {
  const failed = (at: string, minutes: number) => ({
    ...landed(at),
    result: 'failed' as const,
    recoveredAt: instantOf(Date.parse(at) + minutes * 60_000),
  })
  const landed = (at: string) => ({
    id: at,
    service: 'cart',
    deployment: 'north',
    version: at,
    at,
    result: 'succeeded' as const,
    committedAt: null,
    recoveredAt: null,
    commits: null,
  })
  const told = [
    failed('2026-10-06T10:00:00Z', 30),
    landed('2026-10-13T10:00:00Z'),
    failed('2026-10-20T10:00:00Z', 90),
    landed('2026-10-27T10:00:00Z'),
    { ...landed('2026-10-28T10:00:00Z'), result: null },
  ]
  const deps = tinyOrganization({ deps: { releases: { list: async () => told } } })
  const { read, write } = apiClient(deps)
  const measured = async (metric: ExpectationMetric) => {
    const source = { kind: 'metric', metric, overPeriods: 1 } as const
    const hypothesis = { ...expected, source, baseline: { from: '2026-01', to: '2026-03' } }
    const params = { expectation: `of-${metric}` }
    await write('writeExpectation', { params, body: { seenVersion: 0, hypothesis } })
    return (await read('readExpectation', {}, params)).expectation.points
  }
  // What nobody told the result of is in neither; the tiny organization has one closed period.
  expect(await measured('deployment-failure-rate')).toMatchObject([{ label: 'P11', value: 50 }])
  expect(await measured('deployment-recovery')).toMatchObject([{ label: 'P11', value: 60 }])
})
