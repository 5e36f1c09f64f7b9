import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { simplify } from './simplify.ts'

type Pixel = Readonly<{ x: number; y: number }>
const line = fc
  .array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 120 })
  .map((values): Pixel[] => values.map((y, x) => ({ x, y })))

/** How high the drawn line stands over a column. */
function heightAt(points: readonly Pixel[], x: number): number {
  const after = points.findIndex((point) => point.x >= x)
  const [from, to] = [points[after - 1] ?? points[after], points[after]]
  if (!from || !to) return Number.NaN
  return from.x === to.x ? to.y : from.y + ((x - from.x) * (to.y - from.y)) / (to.x - from.x)
}

describe('a simplified line', () => {
  test('keeps its ends, its order and only points it had', () => {
    fc.assert(
      fc.property(line, (points) => {
        const kept = simplify(points)
        expect(kept[0]).toBe(points[0])
        expect(kept.at(-1)).toBe(points.at(-1))
        const places = kept.map((point) => points.indexOf(point))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places).not.toContain(-1)
      }),
    )
  })

  test('passes no point it left out at more than a fifth of a pixel', () => {
    fc.assert(
      fc.property(line, (points) => {
        const kept = simplify(points)
        for (const [index, from] of kept.entries()) {
          const to = kept[index + 1]
          if (!to) continue
          const slope = Math.hypot(to.x - from.x, to.y - from.y) / (to.x - from.x)
          for (const { x, y } of points.filter((point) => point.x > from.x && point.x < to.x)) {
            expect(Math.abs(heightAt(kept, x) - y)).toBeLessThanOrEqual(0.2 * slope + 1e-9)
          }
        }
      }),
    )
  })

  test('of a level budget with one drop needs four points', () => {
    const points = Array.from({ length: 500 }, (_, x) => ({ x, y: x < 250 ? 10 : 90 }))
    expect(simplify(points)).toHaveLength(4)
  })
})
