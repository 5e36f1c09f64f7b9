import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../domain/hours.ts'
import { burnDownModel } from './burn-down-model.ts'
import { linesAtWidth } from './lines-at-width.ts'
import { plotGeometry } from './plot-geometry.ts'
import { columnsOf, historyOf, P11_START } from './testing/history-fixture.ts'
import { zoneClock } from './zone-clock.ts'

const YEAR_HOURS = 8_760
const SPIKE_HOUR = 5_000

/** Restless, so that nothing can be left out for being level, with one hour far below all others. */
const restless = Array.from({ length: YEAR_HOURS }, (_, hour) =>
  hour === SPIKE_HOUR ? -0.9 : 0.5 + 0.3 * Math.sin(hour / 40) + (hour % 2) * 0.1,
)
const range = { from: isoFromHour(P11_START), to: isoFromHour(P11_START + YEAR_HOURS) }
const history = historyOf([], { window: range, dataUpTo: range.to, sliding: columnsOf(P11_START, restless) })
const model = burnDownModel(history, { figures: 'corrected', isSliding: true, clock: zoneClock('UTC') })

describe('a year of hours on a plot', () => {
  test.each([390, 1000, 1440])('never needs more points than a width of %i has pixels', (width) => {
    const geometry = plotGeometry(model, width, 'full')
    const points = Object.values(linesAtWidth(model, geometry)).flat()
    expect(points.length).toBeLessThanOrEqual(geometry.right - geometry.left)
  })

  test('keeps the one hour that stands out', () => {
    const geometry = plotGeometry(model, 390, 'full')
    const { overspent } = linesAtWidth(model, geometry)
    expect(Math.max(...overspent.map(({ y }) => y ?? 0))).toBe(geometry.y(-0.9))
  })
})

test('hours and pixels are each other turned round', () => {
  const { x, hourAt, left, right } = plotGeometry(model, 1000, 'full')
  expect(hourAt(left)).toBeCloseTo(model.fromHour)
  expect(hourAt(right)).toBeCloseTo(model.toHour)
  expect(hourAt(x(P11_START + 1234))).toBeCloseTo(P11_START + 1234)
})
