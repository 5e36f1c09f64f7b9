import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sparklineShape } from './sparkline-geometry.ts'

const size = { width: 78, height: 18 }
const values = fc.array(fc.option(fc.double({ min: -3, max: 1, noNaN: true })), { maxLength: 28 })

function pointsOf(path: string): readonly Readonly<{ x: number; y: number }>[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
}

describe('a sparkline', () => {
  it('stays inside its box, however far below zero the budget is', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (left, elapsedShare) => {
        const { line } = sparklineShape({ values: left, days: 28, elapsedShare, ...size })
        for (const { x, y } of pointsOf(line)) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(size.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(size.height)
        }
      }),
    )
  })

  it('leaves a gap where days were not measured', () => {
    const { line } = sparklineShape({ values: [0.9, null, null, 0.8], days: 28, elapsedShare: 1, ...size })
    expect(line.match(/M/g)).toHaveLength(2)
  })

  it('draws nothing where nothing was measured', () => {
    const { line, end } = sparklineShape({ values: [null, null], days: 28, elapsedShare: 0.1, ...size })
    expect(line).toBe('')
    expect(end).toBeNull()
  })

  it('begins with a full budget and ends at the present', () => {
    const { line, end } = sparklineShape({ values: [0.8, 0.5], days: 28, elapsedShare: 0.06, ...size })
    const [first] = pointsOf(line)
    expect(first).toEqual({ x: 1.5, y: 1.5 })
    expect(end?.x).toBeLessThan(size.width * 0.1)
  })

  it('says of nothing left that it is overspent', () => {
    const at = (left: number) => sparklineShape({ values: [left], days: 28, elapsedShare: 0.1, ...size }).end
    expect(at(0)?.isOverspent).toBe(true)
    expect(at(0.001)?.isOverspent).toBe(false)
  })
})
