import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatLatency } from './format-latency.ts'

const said = (ms: number) => formatLatency(ms).replaceAll('\u202f', ' ')

describe('a latency', () => {
  it.each([
    [0, '0 ms'],
    [0.4, '<1 ms'],
    [1, '1 ms'],
    [84.2, '85 ms'],
    [300.000_000_000_000_06, '300 ms'],
    [999, '999 ms'],
    [999.5, '1 s'],
    [1000, '1 s'],
    [1201, '1.3 s'],
    [9900, '9.9 s'],
    [9901, '10 s'],
    [15_000, '15 s'],
    [90_000, '90 s'],
    [90_001, '91 s'],
    [1_234_000, '1 234 s'],
  ])('of %s ms: %s', (ms, text) => {
    expect(said(ms)).toBe(text)
  })

  it('is never shown shorter than it is, and its figure never stands apart from its unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (ms) => {
        const [figure = '', unit] = formatLatency(ms).split(/\u202f(?=m?s$)/)
        const shown = Number(figure.replaceAll('\u202f', '')) * (unit === 's' ? 1000 : 1)
        expect(shown).toBeGreaterThanOrEqual(ms - 1e-3)
        expect(shown).toBeLessThanOrEqual(ms * 1.101 + 1)
        expect(formatLatency(ms)).not.toContain(' ')
      }),
    )
  })
})
