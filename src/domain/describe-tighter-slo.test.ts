import { expect, test } from 'vitest'

import { describeTightening } from './describe-tighter-slo.ts'
import { roomIn } from './tighter-slo.ts'

const told = (remainders: readonly (number | null)[]) => ({
  teamName: 'Booking',
  deployment: 'prod-eu',
  target: 0.999,
  room: roomIn(remainders),
  states: ['fulfilled' as const],
  tightest: 0.9996,
  needed: null,
  elsewhere: [],
})

test('with room: whom to ask, and what it would have borne', () => {
  expect(describeTightening(told([0.5, 0.3, 0.1]))).toBe(
    '2 of 3 periods in prod-eu ended with at least 20\u202f% of the budget left: ask Booking with these figures. ' +
      'At 99.96\u202f% most would still have ended so.',
  )
})

test('what is needed is said beside what is promised', () => {
  const needed = { target: 0.9995, brokenCount: 2, ...roomIn([-0.1, 0.5, -0.2]) }
  expect(describeTightening({ ...told([0.5, 0.3, 0.4]), needed })).toContain(
    'At the 99.95\u202f% that is needed it would have been 1 of 3, with 2 broken.',
  )
})

test('without room there is something to talk about', () => {
  expect(describeTightening({ ...told([0.1, -0.5]), tightest: 0.995 })).toBe(
    'None of 2 periods in prod-eu ended with at least 20\u202f% of the budget left: talk to Booking all the same, ' +
      'about what would make it more reliable. Most would have ended so at 99.5\u202f%, which is looser than what is promised.',
  )
  expect(describeTightening(told([0.1, 0.3]))).toMatch(/^Only 1 of 2 periods/)
})

test('the other deployments are named where they say otherwise', () => {
  const elsewhere = [
    { deployment: 'prod-jp', ...roomIn([0, 0, 0.5]) },
    { deployment: 'prod-us', ...roomIn([0.5]) },
  ]
  const says = describeTightening({ ...told([0.5]), tightest: 1, elsewhere })
  expect(says).toContain('Nothing failed in most of them')
  expect(says).toContain('The target is the same in prod-jp, where it was 1 of 3.')
  expect(says).not.toContain('prod-us')
})

test('no period, no data, no traffic and no budget are said apart', () => {
  const nothing = { ...told([]), tightest: null }
  expect(describeTightening({ ...nothing, states: [] })).toBe('No period has closed in prod-eu yet.')
  expect(describeTightening({ ...nothing, states: ['no-data'] })).toMatch(/^No measurements have arrived/)
  expect(describeTightening({ ...nothing, states: ['no-traffic'] })).toMatch(/^Nobody asked/)
  expect(describeTightening({ ...nothing, states: ['fulfilled'] })).toMatch(/100\u202f% there is no budget/)
})
