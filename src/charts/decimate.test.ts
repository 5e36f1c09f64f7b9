import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decimate, type SeriesPoint } from './decimate.ts'

const HOURS_PER_COLUMN = 7
const columnOf = (hour: number) => Math.floor(hour / HOURS_PER_COLUMN)

const series = fc
  .array(fc.option(fc.double({ min: -5, max: 1, noNaN: true }), { freq: 8 }), { maxLength: 400 })
  .map((values): SeriesPoint[] => values.map((value, hour) => ({ hour, value })))

function byColumn(points: readonly SeriesPoint[]) {
  const columns = new Map<number, number[]>()
  for (const { hour, value } of points) {
    if (value !== null) columns.set(columnOf(hour), [...(columns.get(columnOf(hour)) ?? []), value])
  }
  return columns
}

describe('a series decimated to the pixel', () => {
  test('keeps the extremes of every pixel column', () => {
    fc.assert(
      fc.property(series, (points) => {
        const kept = byColumn(decimate(points, columnOf))
        for (const [column, values] of byColumn(points)) {
          expect(Math.min(...(kept.get(column) ?? []))).toBe(Math.min(...values))
          expect(Math.max(...(kept.get(column) ?? []))).toBe(Math.max(...values))
        }
      }),
    )
  })

  test('invents nothing and keeps the order', () => {
    fc.assert(
      fc.property(series, (points) => {
        const kept = decimate(points, columnOf)
        const places = kept.map((point) => points.indexOf(point))
        expect(places).not.toContain(-1)
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      }),
    )
  })

  test('has at most two points a column between gaps, and the ends', () => {
    fc.assert(
      fc.property(series, (points) => {
        const kept = decimate(points, columnOf)
        const gaps = kept.filter(({ value }) => value === null).length
        const columns = Math.ceil(points.length / HOURS_PER_COLUMN)
        // A gap inside a column cuts it in two, each part with extremes of its own.
        expect(kept.length - gaps).toBeLessThanOrEqual(2 * (columns + gaps) + 2)
      }),
    )
  })

  test('keeps the first and the last point, and a gap wherever there was one', () => {
    fc.assert(
      fc.property(series, (points) => {
        const kept = decimate(points, columnOf)
        expect(kept[0]).toEqual(points[0])
        if (points.at(-1)?.value !== null) expect(kept.at(-1)).toEqual(points.at(-1))
        const runs = (list: readonly SeriesPoint[]) =>
          list.filter(({ value }, index) => value === null && list[index - 1]?.value !== null).length
        expect(runs(kept)).toBe(runs(points))
      }),
    )
  })
})
