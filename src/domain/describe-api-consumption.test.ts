import { expect, test } from 'vitest'

import { consumptionSign, type JudgedPeriod } from './api-consumption.ts'
import { describeConsumption, describeNoSlo } from './describe-api-consumption.ts'

const slo = (name: string, remainders: readonly number[]) => ({
  name,
  ...consumptionSign(
    remainders.map((remaining): JudgedPeriod => ({
      adherence: remaining < 0 ? 'broken' : 'fulfilled',
      remaining,
    })),
  ),
})

test('names what asks for investment, and why', () => {
  const says = describeConsumption([
    slo('GET /a', [0.9, 0.9, -0.2]),
    slo('GET /b', [0.2, 0.3, 0.9]),
    slo('GET /c', [0.9]),
    slo('GET /d', [0.9, 0.9, 0.9]),
  ])
  expect(says).toBe(
    'GET /a: broken at least once in the last three periods. GET /b: kept, but with more than 50\u202f% of the budget gone ' +
      'in the middle one of the last three periods. GET /c: without a verdict in some of the last three periods.',
  )
})

test('says in one sentence that all went well', () => {
  expect(describeConsumption([slo('GET /a', [0.9, 0.9, 0.9])])).toBe(
    'Its SLO was kept in each of the last three periods, with no more than 50\u202f% of the budget gone in the middle one.',
  )
  expect(describeConsumption([slo('a', [1, 1, 1]), slo('b', [1, 1, 1])])).toMatch(/^All 2 SLOs were kept/)
  expect(describeConsumption([])).toContain('nothing is promised')
})

test('without an SLO it names whom to ask', () => {
  const none = { service: 'cart', teamName: 'Booking', deployment: 'prod-eu', elsewhere: [], chosen: [] }
  expect(describeNoSlo(none)).toMatch(/^cart has no SLO yet\. Booking own it/)
  expect(describeNoSlo({ ...none, deployment: null })).toMatch(/^cart runs nowhere yet/)
  expect(describeNoSlo({ ...none, elsewhere: ['prod-us'] })).toContain('it has some in prod-us')
  expect(describeNoSlo({ ...none, chosen: ['Latency'] })).toBe(
    'cart has SLOs in prod-eu, but none of those chosen: it has them for Latency.',
  )
})
