import { expect, test } from 'vitest'

import { apiClient } from '../testing/api-client.ts'
import {
  hourlyRows,
  DATA_FROM,
  NOW_HOUR,
  PERIOD_START,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

const CART = 'cart.availability.get-cart'

/** Of the hundred bad events that 10,080 may hold the last period but one has 84, and the last has 135. */
const { read } = apiClient(
  tinyOrganization({
    series: {
      [`${CART}@north`]: {
        rows: hourlyRows(DATA_FROM, NOW_HOUR, badAt, 15),
      },
    },
  }),
)

function badAt(hour: number): number {
  if (hour >= PERIOD_START) return 0
  if (hour >= PERIOD_START - 672) return hour % 5 === 0 ? 1 : 0
  return hour % 8 === 0 ? 1 : 0
}

test('what a service promises is held against its adherence, wherever it is kept', async () => {
  const answer = await read('readApiConsumption', { service: 'cart' })
  const { items } = await read('listAdherence', {
    service: 'cart',
    from: answer.periods[0]?.start ?? '',
    to: answer.periods.at(-1)?.end ?? '',
  })
  expect(answer.periods.length).toBe(3)
  expect(answer.slos.map(({ sloId }) => sloId)).toEqual([CART, 'cart.latency.get-cart'])
  for (const { sloId, environments } of answer.slos) {
    const cells = environments.find(({ deployment }) => deployment === 'north')?.cells
    const row = items.find((one) => one.sloId === sloId && one.deployment === 'north')
    expect(cells).toEqual(row?.cells.map(({ adherence, remaining }) => ({ adherence, remaining })))
  }
  const ends = answer.slos[0]?.environments[0]?.cells.map(({ adherence }) => adherence)
  expect(ends).toEqual(['fulfilled', 'fulfilled', 'broken'])
})

test('room for a tighter target is what was left of each period, wherever it is kept', async () => {
  const answer = await read('readTighterSlo', { slo: CART, target: 0.995 })
  expect(answer.periods.map(({ adherence }) => adherence)).toEqual(['fulfilled', 'fulfilled', 'broken'])
  const grant = 672 * 15 * 0.01
  const left = (bad: number, share = 1) => 1 - bad / (grant * share)
  const [, second, third] = answer.periods
  expect(second?.remaining).toBeCloseTo(left(84), 9)
  expect(third?.remaining).toBeCloseTo(left(135), 9)
  const needed = answer.candidates.find(({ target }) => target === 0.995)
  expect(needed?.ends[1]).toBeCloseTo(left(84, 0.5), 9)
  expect(needed?.ends[2]).toBeCloseTo(left(135, 0.5), 9)
})

test('both look from the hour of a frozen link', async () => {
  const at = new Date((PERIOD_START - 10) * 3_600_000).toISOString().replace('.000', '')
  const [consumption, tighter] = [
    await read('readApiConsumption', { service: 'cart', at }),
    await read('readTighterSlo', { slo: CART, at }),
  ]
  expect([consumption.dataUpTo, tighter.dataUpTo]).toEqual([at, at])
  expect(consumption.periods.length).toBe(2)
  expect(tighter.periods.map(({ adherence }) => adherence)).toEqual(['fulfilled', 'fulfilled'])
})
