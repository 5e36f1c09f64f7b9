import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { burnRateReadings, defaultBurnRateRules } from './burn-rate.ts'
import { agreeingHours, type FineRow } from './fine-buckets.ts'
import { finestReadings } from './fine-readings.ts'
import { badIn, burningSeries } from './testing/burning-series.ts'
import { fineColumns, parted } from './testing/parted.ts'

const START = 480_000
const FOUR_WEEKS = 672
const HOURS = 80
const NOW = START + HOURS
const present = { periodHours: FOUR_WEEKS, nowHour: NOW }

/** 1,200 events an hour at 99 %, 100 of them every five minutes. */
const seriesOf = (bad: readonly (number | null)[]) => burningSeries(0.99, 1200, START, bad)
const quiet = seriesOf(badIn(HOURS, {}))

/** Five minutes of the hour that is not over. */
const running = (part: number, bad: number): FineRow => ({
  minute: NOW * 60 + part * 5,
  width: 5,
  good: 100 - bad,
  total: 100,
})

const read = (series: typeof quiet, more: readonly FineRow[] = []) => {
  const whole = parted(series.buckets)
  const rows = Array.from(whole.minute, (minute, row) => ({
    minute,
    width: whole.width[row] ?? 0,
    good: whole.good[row] ?? 0,
    total: whole.total[row] ?? 0,
  }))
  const fine = agreeingHours(fineColumns([...rows, ...more]), series.buckets, NOW)
  return finestReadings(series, fine, defaultBurnRateRules, present)
}

describe('readings of the finest counts', () => {
  it('the last five minutes begin a breach and end it, whatever the hour before them was', () => {
    // 1 h holds 10 quiet parts and two of which nine tenths are bad: 180 of 1,200 where 12 may be.
    const burning = read(quiet, [running(0, 90), running(1, 90)])
    expect(burning[0]).toMatchObject({
      holds: true,
      isCoarse: false,
      shortMinutes: 5,
      upToMinute: NOW * 60 + 10,
    })
    expect(burning[0]?.rate).toBeCloseTo(180 / 12, 9)
  })

  it('what burned within the hour and no longer does holds by the hour only', () => {
    const over = seriesOf(badIn(HOURS, { [HOURS - 1]: 600 }))
    const byHour = burnRateReadings(over, defaultBurnRateRules, FOUR_WEEKS, NOW)
    expect(byHour[0]).toMatchObject({ holds: true, isCoarse: true, shortMinutes: 60 })
    expect(read(over, [running(0, 0)])[0]).toMatchObject({ holds: false, isCoarse: false })
  })

  it('where an hour does not add up to its parts, the whole hour counts and says so', () => {
    const whole = parted(quiet.buckets)
    const off = {
      ...whole,
      good: Array.from(whole.good, (good, row) => (row === HOURS * 12 - 1 ? good - 1 : good)),
    }
    const fine = agreeingHours(off, quiet.buckets, NOW)
    expect(fine.has(NOW - 1)).toBe(false)
    expect(finestReadings(quiet, fine, defaultBurnRateRules, present)).toEqual(
      burnRateReadings(quiet, defaultBurnRateRules, FOUR_WEEKS, NOW),
    )
  })

  it('a long window that begins in an hour held whole is read by the hour', () => {
    const fine = agreeingHours(fineColumns([running(0, 50)]), quiet.buckets, NOW)
    expect(
      finestReadings(quiet, fine, defaultBurnRateRules, present).map(({ isCoarse }) => isCoarse),
    ).toEqual([true, true, false, false])
  })

  it('excluded hours count neither in the long window nor in the short one', () => {
    const burning = seriesOf(badIn(HOURS, { [HOURS - 1]: 600 }))
    const exclusion = {
      id: 'x',
      author: 'a',
      reason: 'r',
      at: '2026-11-18T00:00:00Z',
      withdrawnAt: null,
      kind: 'exclusion' as const,
      fromHour: NOW - 1,
      toHour: NOW,
    }
    expect(read({ ...burning, corrections: [exclusion] })[0]).toMatchObject({ rate: null, holds: false })
  })

  it('at the end of an hour, windows of whole hours read the same from hours as from their parts', () => {
    const hourly = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1200 })), {
      minLength: HOURS - 1,
      maxLength: HOURS - 1,
    })
    fc.assert(
      fc.property(hourly, fc.nat(1200), (bad, last) => {
        const series = seriesOf([...bad, last])
        const coarse = burnRateReadings(series, defaultBurnRateRules, FOUR_WEEKS, NOW)
        for (const [place, reading] of read(series).entries()) {
          expect(reading.rate).toBeCloseTo(coarse[place]?.rate ?? Number.NaN, 9)
          if (reading.shortMinutes >= 60 && !coarse[place]?.isCoarse)
            expect(reading.holds).toBe(coarse[place]?.holds)
        }
      }),
      { numRuns: 40 },
    )
  })
})
