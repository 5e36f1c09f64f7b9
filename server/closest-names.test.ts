import { expect, test } from 'vitest'

import { closestNames, didYouMean } from './closest-names.ts'

const services = ['payment-gateway', 'payments', 'search', 'cart', 'card-vault']

test.each([
  ['paymentgateway', 'payment-gateway'],
  ['serach', 'search'],
  ['payment', 'payment-gateway'],
  ['gateway', 'payment-gateway'],
  ['caart', 'cart'],
])('%s is near %s', (name, nearest) => {
  expect(closestNames(name, services)[0]).toBe(nearest)
})

test('nothing is near what is far from everything', () => {
  expect(closestNames('quarterly-report', services)).toEqual([])
  expect(didYouMean('quarterly-report', services)).toBeUndefined()
})

test('no more than three are offered', () => {
  expect(closestNames('slo', ['slo-1', 'slo-2', 'slo-3', 'slo-4'])).toHaveLength(3)
})

test('what is too long for a name is not compared', () => {
  expect(closestNames('payments'.repeat(100), services)).toEqual([])
})
