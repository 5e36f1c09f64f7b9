import { describe, expect, it } from 'vitest'

import { outageCost } from './outage-cost.ts'

const terms = { yearlyRevenue: 1_000_000, refundShare: 0.5, slotMinutes: null }

describe('what outages cost', () => {
  it('ten of three hours, of a million a year, half of it paid back: exactly 1,712.33', () => {
    const outages = Array.from({ length: 10 }, () => 180)
    expect(outageCost(outages, terms)).toBeCloseTo(1712.33, 2)
    expect(outageCost(outages, { ...terms, refundShare: 1 })).toBeCloseTo(3424.66, 2)
  })

  it('a begun slot counts whole, for each outage of its own', () => {
    const hourly = { ...terms, yearlyRevenue: 8760, refundShare: 1 }
    expect(outageCost([1, 29, 31], hourly)).toBeCloseTo(61 / 60, 9)
    expect(outageCost([1, 29, 31], { ...hourly, slotMinutes: 30 })).toBe(2)
    expect(outageCost([30, 60], { ...hourly, slotMinutes: 30 })).toBe(1.5)
  })

  it('no outage costs nothing', () => {
    expect(outageCost([], { ...terms, slotMinutes: 30 })).toBe(0)
  })
})
