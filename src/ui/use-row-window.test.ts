import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rowWindow, SPARE_ROWS } from './use-row-window.ts'

const sights = fc.record({
  first: fc.nat(5_000),
  count: fc.integer({ min: 2, max: 60 }),
  rowPx: fc.integer({ min: 20, max: 50 }),
  spare: fc.integer({ min: 0, max: SPARE_ROWS }),
})

describe('the window of a long table', () => {
  it('keeps the height of the whole table, wherever it is scrolled to', () => {
    fc.assert(
      fc.property(sights, fc.nat(5_000), (sight, count) => {
        const { start, end, before, after } = rowWindow(sight, count)
        expect(before + (end - start) * sight.rowPx + after).toBe(count * sight.rowPx)
      }),
    )
  })

  it('draws every row that is in sight, and none that there is not', () => {
    fc.assert(
      fc.property(sights, fc.integer({ min: 1, max: 5_000 }), (sight, count) => {
        const { start, end, firstSeen, lastSeen } = rowWindow(sight, count)
        expect(start).toBeLessThanOrEqual(firstSeen)
        expect(firstSeen).toBeLessThanOrEqual(lastSeen)
        expect(lastSeen).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(count)
      }),
    )
  })

  it('draws rows to spare on both sides once the first are on screen', () => {
    const sight = { first: 100, count: 20, rowPx: 34 }
    expect(rowWindow({ ...sight, spare: 0 }, 1_000)).toMatchObject({ start: 100, end: 120 })
    const { start, end } = rowWindow({ ...sight, spare: SPARE_ROWS }, 1_000)
    expect(start).toBeLessThan(100)
    expect(end).toBeGreaterThan(120)
  })

  it('draws no more of 10,000 rows than of a few hundred', () => {
    fc.assert(
      fc.property(sights, fc.constantFrom(300, 10_000), (sight, count) => {
        const { start, end } = rowWindow(sight, count)
        expect(end - start).toBeLessThanOrEqual(sight.count + 2 * SPARE_ROWS)
      }),
    )
  })

  it('is empty where there is no row', () => {
    const sight = { first: 7, count: 20, rowPx: 34, spare: SPARE_ROWS }
    expect(rowWindow(sight, 0)).toMatchObject({ start: 0, end: 0, before: 0, after: 0 })
  })
})
