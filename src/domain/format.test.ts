import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  formatBurnRate,
  formatCount,
  formatDuration,
  formatFrequency,
  formatGrant,
  formatRemaining,
  formatServiceLevel,
  formatSpeed,
  formatTarget,
} from './format.ts'
import { goldenCase } from './testing/golden.ts'

/** The number a figure stands for; "<0.1" claims no more than nothing. */
function shownNumber(text: string): number {
  return text.startsWith('<') ? 0 : Number(text.replace('−', '-').replaceAll('\u202f', ''))
}

describe('remaining budget', () => {
  it.each([
    [1, '100'],
    [0.9997, '99.9'],
    [1 - 1e-12, '99.9'],
    [0.9951, '99.5'],
    [0.997, '99.7'],
    [0.995, '99'],
    [0.57, '57'],
    [0.29, '29'],
    [0.3199, '31'],
    [0.019, '1'],
    [0.01, '1'],
    [0.0099, '0.9'],
    [0.004, '0.4'],
    [0.001, '0.1'],
    [0.0004, '<0.1'],
    [1e-15, '<0.1'],
    [0, '0'],
    [-0, '0'],
    [-1e-15, '−0.1'],
    [-0.0001, '−0.1'],
    [-0.002, '−0.2'],
    [-0.0025, '−0.3'],
    [-0.0095, '−1'],
    [-0.01, '−1'],
    [-0.0101, '−2'],
    [-0.615, '−62'],
    [-1.38, '−138'],
  ])('%d is shown as %s', (ratio, text) => {
    expect(formatRemaining(ratio)).toBe(text)
  })

  it('GC-S0-01 is shown as on the slide', () => {
    const golden = goldenCase('GC-S0-01')
    expect(`${formatRemaining(golden.number('expected', 'remaining_percent') / 100)}%`).toBe(
      golden.text('expected', 'displayed'),
    )
  })

  const ratio = fc.double({ min: -5, max: 1, noNaN: true })

  it('never flatters, and is less than a whole step too strict', () => {
    fc.assert(
      fc.property(ratio, (value) => {
        const shown = shownNumber(formatRemaining(value))
        expect(shown).toBeLessThanOrEqual(value * 100 + 1e-9)
        expect(shown).toBeGreaterThan(value * 100 - 1 - 1e-9)
      }),
    )
  })

  it('is never shown on the other side of 0 or of 100', () => {
    fc.assert(
      fc.property(fc.oneof(ratio, fc.double({ min: -0.02, max: 0.02, noNaN: true })), (value) => {
        const text = formatRemaining(value)
        expect(text === '0').toBe(value === 0)
        expect(text === '100').toBe(value === 1)
        expect(text.startsWith('−')).toBe(value < 0)
      }),
    )
  })

  it('rises with what is left', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(shownNumber(formatRemaining(less))).toBeLessThanOrEqual(shownNumber(formatRemaining(more)))
      }),
    )
  })
})

describe('target', () => {
  it.each([
    [0.9, '90'],
    [0.95, '95'],
    [0.98, '98'],
    [0.997, '99.7'],
    [0.999, '99.9'],
    [0.9995, '99.95'],
    [0.99995, '99.995'],
    [0.999_999_999, '99.9999999'],
    [0.07, '7'],
    [0.005, '0.5'],
    [0.000_05, '0.005'],
    [1, '100'],
  ])('%d is shown as %s', (target, text) => {
    expect(formatTarget(target)).toBe(text)
  })

  it('reads back as the target promised', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (billionths) => {
        const target = billionths / 1e9
        expect(Number(formatTarget(target)) / 100).toBeCloseTo(target, 12)
      }),
    )
  })
})

describe('service level', () => {
  it.each([
    ['exactly on target', 9995, 10_000, 0.9995, '99.95'],
    ['on a whole target', 98, 100, 0.98, '98'],
    ['a little above', 99_953, 100_000, 0.9995, '99.953'],
    ['a little below', 99_949, 100_000, 0.9995, '99.949'],
    ['a step above', 9996, 10_000, 0.9995, '99.96'],
    ['a step below', 9994, 10_000, 0.9995, '99.94'],
    ['far below', 2, 3, 0.9995, '66.66'],
    ['far below a coarse target', 2, 3, 0.9, '66'],
    ['nothing good', 0, 7, 0.999, '0.0'],
    ['below one percent', 1, 300, 0.999, '0.3'],
    ['one bad in a million', 999_999, 1_000_000, 0.999, '99.9999'],
    ['one bad in a million against 100 %', 999_999, 1_000_000, 1, '99.9999'],
    ['one bad in ten billion', 9_999_999_999, 10_000_000_000, 0.999, '99.99999999'],
    ['all good', 12_345, 12_345, 0.9995, '100'],
    ['all good against 100 %', 1, 1, 1, '100'],
  ])('%s', (_name, good, total, target, text) => {
    expect(formatServiceLevel(good, total, target)).toBe(text)
  })

  it('is absent without traffic', () => {
    expect(formatServiceLevel(0, 0, 0.999)).toBeNull()
  })

  const level = fc.record({
    total: fc.integer({ min: 1, max: 1_000_000 }),
    badShare: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 0.01, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    targetPpm: fc.constantFrom(900_000, 990_000, 997_000, 999_500, 999_990, 1_000_000),
  })

  it('stands on the same side of its target as the measurement, and never flatters', () => {
    fc.assert(
      fc.property(level, ({ total, badShare, targetPpm }) => {
        const good = total - Math.floor(total * badShare)
        const text = formatServiceLevel(good, total, targetPpm / 1e6)
        const shown = Number(text)
        const promised = targetPpm / 1e4
        expect(Math.sign(shown - promised)).toBe(Math.sign(good * 1e6 - total * targetPpm))
        expect(shown).toBeLessThanOrEqual((good / total) * 100 + 1e-9)
        expect(text === '100').toBe(good === total)
      }),
    )
  })
})

describe('speed', () => {
  it.each([
    [40, '40.0'],
    [11.55, '11.6'],
    [1.45, '1.5'],
    [0.1, '0.1'],
    [0.05, '0.1'],
    [0.049, '<0.1'],
    [1e-9, '<0.1'],
    [0, '0.0'],
  ])('%d is shown as %s', (speed, text) => {
    expect(formatSpeed(speed)).toBe(text)
  })

  it.each(['GC-T11_3-1', 'GC-T11_3-2'])('%s is shown as printed', (id) => {
    const golden = goldenCase(id)
    expect(formatSpeed(golden.number('expected', 'speed_percent_per_hour'))).toBe(
      String(golden.number('expected', 'printed_rounded')),
    )
  })
})

describe('burn rate', () => {
  it.each([
    [0, '0.0'],
    [0.04, '<0.1'],
    [0.94, '0.9'],
    [1, '1.0'],
    [13.44, '13.4'],
    [99.94, '99.9'],
    [99.95, '100'],
    [99.96, '100'],
    [219.4, '219'],
    [10_000, '10\u202f000'],
  ])('%d is shown as %s', (rate, text) => {
    expect(formatBurnRate(rate)).toBe(text)
  })

  it('is never rounded up to an even pace', () => {
    expect([0.949, 0.96, 0.9999, 1, 1.04].map(formatBurnRate)).toEqual(['0.9', '0.9', '0.9', '1.0', '1.0'])
  })
})

describe('frequency', () => {
  it.each([
    [0, '0.0'],
    [0.04, '<0.1'],
    [0.44, '0.4'],
    [9.94, '9.9'],
    [9.96, '10'],
    [10, '10'],
    [1234.5, '1\u202f235'],
  ])('%d is shown as %s', (times, text) => {
    expect(formatFrequency(times)).toBe(text)
  })
})

describe('duration', () => {
  it.each([
    [0, '0 min'],
    [0.001, '<1 min'],
    [0.5 / 60, '1 min'],
    [0.75, '45 min'],
    [0.9999, '1 h'],
    [1, '1 h'],
    [83 / 60, '1 h 23 min'],
    [23 + 59 / 60, '23 h 59 min'],
    [23.999, '1 d'],
    [24, '1 d'],
    [25.4, '1 d 1 h'],
    [47.6, '2 d'],
    [284, '11 d 20 h'],
    [672, '28 d'],
  ])('%d h is shown as %s', (hours, text) => {
    expect(formatDuration(hours)).toBe(text.replaceAll(' ', '\u00a0'))
  })

  it('never wraps, never has more than two units, and is at most half of its last unit off', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 10_000, noNaN: true }), (hours) => {
        const parts = formatDuration(hours).split('\u00a0')
        expect(parts.join('')).not.toContain(' ')
        expect(parts.length).toBeLessThanOrEqual(4)
        const hoursOf: Record<string, number> = { min: 1 / 60, h: 1, d: 24 }
        let shown = 0
        for (let i = 0; i < parts.length; i += 2)
          shown += Number(parts[i]) * (hoursOf[parts[i + 1] ?? ''] ?? Number.NaN)
        expect(Math.abs(shown - hours)).toBeLessThanOrEqual((hours < 23.99 ? 0.5 / 60 : 0.5) + 1e-9)
      }),
    )
  })
})

describe('count', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [999, '999'],
    [1000, '1 000'],
    [12_345, '12 345'],
    [1_234_567_890, '1 234 567 890'],
    [-1234, '−1 234'],
    [0.4, '<1'],
    [12.9, '12'],
    [-0.4, '−1'],
  ])('%d is shown as %s', (count, text) => {
    expect(formatCount(count)).toBe(text.replaceAll(' ', '\u202f'))
  })
})

describe('grant', () => {
  it.each([
    [0, '0'],
    [0.02, '<0.1'],
    [0.785, '0.7'],
    // One bad event breaks it: it must not read as one.
    [0.985, '0.9'],
    [1, '1.0'],
    [0.3, '0.3'],
    [9.96, '9.9'],
    [10, '10'],
    [7706.25, '7\u202f706'],
  ])('of %d bad events is shown as %s', (grant, text) => {
    expect(formatGrant(grant)).toBe(text)
  })
})
