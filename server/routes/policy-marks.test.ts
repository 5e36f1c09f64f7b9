import { expect, test } from 'vitest'

import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { recordedOnce } from '../testing/recorded-correction.ts'
import {
  DATA_FROM,
  NOW_HOUR,
  PERIOD_START,
  hourlyRows,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

const tiny = apiClient(tinyOrganization())

test('a budget\u2019s history has the clauses that were met in it, and no others', async () => {
  const { enactments } = await tiny.read(
    'readBudgetHistory',
    {},
    { slo: 'cart.availability.get-cart', deployment: 'north' },
  )
  expect(enactments).toEqual([
    { clause: 'Fast burn', start: '2026-11-06T05:00:00Z', end: '2026-11-07T05:00:00Z' },
  ])
})

test('what a team keeps to itself, or what binds nobody, is on no graph', async () => {
  const { enactments } = await tiny.read(
    'readBudgetHistory',
    {},
    { slo: 'search.latency.find', deployment: 'north' },
  )
  expect(enactments).toEqual([])
})

test('a frozen graph knows no correction that was recorded later', async () => {
  const excluded = { kind: 'exclusion', fromHour: PERIOD_START + 100, toHour: PERIOD_START + 101 } as const
  const correction = { ...recordedOnce, ...excluded, id: 'c1', at: '2026-11-17T12:30:00Z' }
  const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === PERIOD_START + 100 ? 8 : 0))
  const series = { 'cart.availability.get-cart@north': { rows, corrections: [correction] } }
  const { read } = apiClient(tinyOrganization({ series }))
  const marked = async (query: Readonly<Record<string, string>>) => {
    const asked = {
      window: 'current-period',
      slo: 'cart.availability.get-cart',
      deployment: 'north',
      ...query,
    }
    const { items } = await read('listBudgetCurves', asked)
    return items.flatMap(({ marks }) => marks.enactments.map(({ clause }) => clause))
  }
  // Asked in this order, the live answer is in memory when the frozen one is looked for.
  expect(await marked({})).toEqual([])
  expect(await marked({ at: '2026-11-17T11:00:00Z' })).toEqual(['Fast burn'])
  expect(await marked({ at: '2026-11-17T12:00:00Z' })).toEqual([])
})

test('curves have them in the periods that are drawn, those of promises on the curves of SLAs', async () => {
  const curves = await tiny.read('listBudgetCurves', { window: 'current-period', team: 'buying' })
  const met = curves.items.map(({ sloId, marks }) => [sloId, marks.enactments.map(({ clause }) => clause)])
  expect(Object.fromEntries(met)).toEqual({
    'cart.availability.get-cart': ['Fast burn'],
    'cart.latency.get-cart': ['Fast burn'],
  })
  const slas = await tiny.read('listSlaCurves', { window: 'current-period', deployment: 'north' })
  const own = slas.items.find(({ type }) => type === 'endpoint-level')
  expect(own?.marks.enactments).toEqual([
    { clause: 'Promise at risk', start: '2026-11-06T05:00:00Z', end: null, of: null },
  ])
})

test('tickets stand beside the periods in which clauses were met, and say whether fewer came after', async () => {
  const { read } = harbourline
  const { periods, enacted, afterEnacted } = await read('listTicketTrend', {
    team: 'payments',
    window: 'current-year',
  })
  const met = periods.flatMap(({ name }, at) => ((enacted[at] ?? 0) > 0 ? [name] : []))
  // In force since P8, and every period since has met one.
  expect(met).toEqual(['P8', 'P9', 'P10', 'P11', 'P12'])
  expect(afterEnacted.of).toBe(3)
  const without = await read('listTicketTrend', { team: 'messaging', window: 'current-year' })
  expect(without.enacted.every((count) => count === 0)).toBe(true)
  expect(without.afterEnacted).toEqual({ fell: 0, of: 0 })
})
