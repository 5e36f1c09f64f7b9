import { expect, test } from 'vitest'

import { describeBottlenecks } from './describe-bottlenecks.ts'
import { describeDelivery } from './describe-delivery.ts'

const component = (
  name: Parameters<typeof describeDelivery>[0][number]['component'],
  value: number | null,
  direction: Parameters<typeof describeDelivery>[0][number]['direction'] = null,
) => ({ component: name, figure: { value }, direction })

test('says how soon a change is in use, how often that fails, and what changed', () => {
  expect(
    describeDelivery([
      component('deployment-lead-time', 1800, 'better'),
      component('deployment-failure-rate', 0.125, 'worse'),
      component('deployment-recovery', 45, 'steady'),
    ]),
  ).toBe(
    'A change is in use 1\u00a0d\u00a06\u00a0h after its commit, by the median. 13\u202f% of deployments fail, and take 45\u00a0min to recover. ' +
      'Of 3 components, 1 is better than in the window before and 1 worse.',
  )
})

test('says that none is better, not that 0 are', () => {
  expect(describeDelivery([component('build-lead-time', 9, 'steady')])).toBe(
    'Of 1 component, none is better than in the window before and none worse.',
  )
})

test('says what is known where not all is', () => {
  expect(describeDelivery([component('deployment-failure-rate', 0), component('build-lead-time', 9)])).toBe(
    '0\u202f% of deployments fail.',
  )
  expect(describeDelivery([component('build-lead-time', null)])).toBe(
    'Nobody told of a deployment or a build in this window.',
  )
})

test('counts bottlenecks by side, and what was decided on them', () => {
  const one = (side: 'efficiency' | 'reliability', decision: 'open' | 'prioritise', isDetected = true) => ({
    side,
    decision,
    isDetected,
  })
  expect(describeBottlenecks([])).toBe('Data show no bottleneck, neither of delivery nor of reliability.')
  expect(
    describeBottlenecks([
      one('efficiency', 'open'),
      one('efficiency', 'prioritise'),
      one('reliability', 'prioritise', false),
    ]),
  ).toBe(
    'Data show 2 bottlenecks of delivery and 0 of reliability. 2 are prioritised, 0 are left for now, 1 is not decided. ' +
      '1 more was decided on and no longer shows.',
  )
})
