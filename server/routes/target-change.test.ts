import { describe, expect, test } from 'vitest'

import { readCatalog } from '../sources/slo-as-code/read-catalog.ts'
import { apiClient } from '../testing/api-client.ts'
import { NOW_HOUR, PERIOD_START, tinyOrganization } from '../testing/tiny-organization.ts'

const slo = 'cart.availability.get-cart'
const ask = (target: string, deps = {}, more = {}) =>
  apiClient(tinyOrganization({ deps })).read('readTargetChange', { target, ...more }, { slo })

test('the budget of the current period is told with the target in force and with the other one', async () => {
  const change = await ask('0.95')
  expect(change).toMatchObject({ slo, to: 0.95, period: { id: '2026-P12' } })
  const north = change.series.find(({ deployment }) => deployment === 'north')
  const past = NOW_HOUR - PERIOD_START
  // 10 requests an hour: hours past keep their allowance, those to come have the new one.
  const grant = (target: number) => 10 * (1 - change.from) * past + 10 * (1 - target) * (672 - past)
  expect(north?.before.grant).toBeCloseTo(grant(change.from), 6)
  expect(north?.after.grant).toBeCloseTo(grant(0.95), 6)
  expect(north?.after.bad).toBe(8)
  expect(north?.after.remaining).toBeCloseTo(1 - 8 / grant(0.95), 6)
  expect(change.outageHours.after).toBeCloseTo(33.6, 10)
})

describe('the patch', () => {
  test('is a diff of the file the SLO stands in, with the reason on top', async () => {
    const editedTarget = async () => ({
      fileName: 'cart.yaml',
      before: 'target: 0.9\n',
      after: 'target: 0.95\n',
    })
    const { patch } = await ask('0.95', { editedTarget }, { reason: 'Users notice' })
    expect(patch).toMatchObject({ kind: 'diff', fileName: 'cart.yaml' })
    expect(patch.text).toMatch(
      /^Change the target of cart\.availability\.get-cart from .* to 95 %\n\nUsers notice\n\n/,
    )
    expect(patch.text).toContain('-target: 0.9\n+target: 0.95\n')
  })

  test('is the SLO as OpenSLO where there is no file, and reads as the same SLO with the new target', async () => {
    const { patch } = await ask('0.95', { editedTarget: async () => null }, { reason: 'Users notice' })
    expect(patch.text).toContain('    - target: 0.95 # Users notice\n')
    expect(patch).toMatchObject({ kind: 'document', fileName: `${slo}.yaml` })
    const sli = [
      'apiVersion: openslo/v1',
      'kind: SLI',
      'metadata: {name: cart-availability}',
      'spec: {thresholdMetric: {metricSource: {spec: {query: up}}}}',
    ].join('\n')
    const deployments = ['north', 'lab'].map(
      (name) =>
        `apiVersion: sre-indicators/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {kind: production}`,
    )
    const text = [
      patch.text.replace('- target', '- op: gt\n      value: 0\n      target'),
      sli,
      ...deployments,
    ]
    const { catalog, mistakes } = readCatalog([{ name: 'a.yaml', text: text.join('\n---\n') }])
    expect(mistakes.filter(({ severity }) => severity === 'error')).toEqual([])
    const { items } = await apiClient(tinyOrganization()).read('listSlos')
    const served = items.find(({ id }) => id === slo)
    expect(catalog.slos).toMatchObject([
      { id: slo, target: 0.95, priority: served?.priority, deployments: served?.deployments.toSorted() },
    ])
  })
})

test.each(['1.5', '0', '0.9999999999', 'half', '1e-3'])('the target %s is refused', async (target) => {
  const problem = await apiClient(tinyOrganization()).refused('readTargetChange', { target }, { slo })
  expect(problem).toMatchObject({ status: 400, field: 'target', value: target })
})

test('the target that holds already is refused: there is nothing to change', async () => {
  const { from } = await ask('0.95')
  const problem = await apiClient(tinyOrganization()).refused(
    'readTargetChange',
    { target: String(from) },
    { slo },
  )
  expect(problem.detail).toContain('has already')
})
