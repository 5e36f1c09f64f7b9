import { beforeAll, expect, test } from 'vitest'

import type { EnactmentList } from '../../src/contract/enactments.ts'
import type { PolicyList } from '../../src/contract/policies.ts'
import { allItems, apiClient } from '../../server/testing/api-client.ts'
import { createOrganization } from './organization.ts'

const NOW = Date.parse('2026-11-18T03:10:00Z')
const { read } = apiClient(createOrganization({ now: () => NOW }))
let policies: PolicyList
let enactments: EnactmentList['items']
let year: EnactmentList

beforeAll(async () => {
  policies = await read('listPolicies', {})
  year = await read('listEnactments', { window: 'current-year' })
  enactments = await allItems((cursor) =>
    read('listEnactments', { window: 'current-year', limit: 500, ...cursor }),
  )
})

test('four teams are at different stages, two have none', () => {
  expect(policies.items.map(({ team, state, isReviewOverdue }) => [team, state, isReviewOverdue])).toEqual([
    ['booking', 'draft', false],
    ['payments', 'enacted', false],
    ['search', 'enacted', true],
    ['identity', 'agreed', false],
  ])
  expect(policies.without.map(({ team }) => team)).toEqual(['messaging', 'fleet'])
})

test('everything people wrote belongs to an enactment that follows from the budgets, under its own name', async () => {
  const entries = await allItems((cursor) => read('listEntries', { kind: 'policy-enactment', ...cursor }))
  expect(entries.length).toBeGreaterThan(30)
  const ids = new Set(enactments.map(({ id }) => id))
  expect(entries.map(({ key }) => key).filter((key) => !ids.has(key))).toEqual([])
})

test('this night one clause was just met, one is answered, and one was overlooked', () => {
  const present = enactments.filter(({ endedAt }) => endedAt === null)
  expect(present.map(({ clause, subject, status }) => [clause, subject?.service, status])).toEqual([
    ['sixty-percent-gone', 'payment-gateway', 'unacknowledged'],
    ['slow-burn', 'payment-gateway', 'running'],
    ['sixty-percent-gone', 'refunds', 'overdue'],
  ])
})

test('Payments answers in an hour and mostly in time; Search in a day, if at all', () => {
  const of = (team: string) => year.teams.find((one) => one.team === team)
  const [payments, search] = [of('payments'), of('search')]
  expect(payments?.hoursToAcknowledge).toBe(1)
  expect(search?.hoursToAcknowledge).toBeGreaterThan(5)
  expect((payments?.onTime ?? 0) / (payments?.onTimeOf ?? 1)).toBeGreaterThan(0.8)
  expect(payments?.missed).toBeLessThan(search?.missed ?? 0)
})

test('what stands overdue was begun and left lying', () => {
  const overdue = enactments.filter(({ status }) => status === 'overdue')
  expect(overdue.map(({ policy, clause }) => `${policy} ${clause}`)).toEqual([
    'payments-policy sixty-percent-gone',
    'search-policy nothing-left',
    'search-policy burning',
    'payments-policy fast-burn',
  ])
})

test('what people found met at a change of shift is an enactment of no budget', () => {
  const checked = enactments.filter(({ subject }) => subject === null)
  expect(checked.map(({ clause, status }) => [clause, status])).toEqual([
    ['unsettled-entries', 'done-in-time'],
  ])
})
