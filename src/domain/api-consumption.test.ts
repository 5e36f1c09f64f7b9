import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { adherences } from './adherence.ts'
import {
  consumptionLeaning,
  consumptionSign,
  depletionTrend,
  episodesSummary,
  type JudgedPeriod,
} from './api-consumption.ts'

const kept = (remaining: number | null): JudgedPeriod => ({ adherence: 'fulfilled', remaining })
const broken = (remaining: number): JudgedPeriod => ({ adherence: 'broken', remaining })
const silent: JudgedPeriod = { adherence: 'no-traffic', remaining: null }

describe('what the last three closed periods say', () => {
  test('fulfilled in all of them and half or less gone: little is needed', () => {
    expect(consumptionSign([broken(-1), kept(0.5), kept(0.9), kept(0.5)])).toEqual({
      fulfilledCount: 3,
      brokenCount: 0,
      medianDepletion: 0.5,
      leansTo: 'little',
    })
  })

  test('kept, but more than half gone in the median period: solid investment', () => {
    expect(consumptionSign([kept(0.1), kept(0.9), kept(0.49)])).toMatchObject({ leansTo: 'solid' })
  })

  test('broken once is from time to time, however little is known besides', () => {
    expect(consumptionSign([kept(0.9), kept(0.9), broken(-0.1)]).leansTo).toBe('solid')
    expect(consumptionSign([broken(-0.1)]).leansTo).toBe('solid')
  })

  test('too few verdicts say nothing', () => {
    expect(consumptionSign([kept(0.9), silent, kept(0.9)]).leansTo).toBeNull()
    expect(consumptionSign([kept(0.9), kept(0.9)]).leansTo).toBeNull()
    expect(consumptionSign([])).toEqual({
      fulfilledCount: 0,
      brokenCount: 0,
      medianDepletion: null,
      leansTo: null,
    })
  })

  test('without a budget nothing failed where it is fulfilled', () => {
    expect(consumptionSign([kept(null), kept(null), kept(null)]).leansTo).toBe('little')
  })

  test('nobody is told that little is needed while a period was broken', () => {
    const anyPeriod = fc.record({
      adherence: fc.constantFrom(...adherences),
      remaining: fc.option(fc.double({ min: -3, max: 1, noNaN: true })),
    })
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), (periods) => {
        const sign = consumptionSign(periods)
        const isWell = sign.fulfilledCount === 3 && (sign.medianDepletion ?? 0) <= 0.5
        expect(sign.leansTo === 'little').toBe(isWell)
        expect(sign.leansTo === 'solid').toBe(
          !isWell &&
            sign.fulfilledCount + sign.brokenCount > 0 &&
            (sign.brokenCount > 0 || sign.fulfilledCount === 3),
        )
      }),
    )
  })
})

test('one SLO that asks for investment is enough, little needs every one', () => {
  const [little, solid, unknown] = (['little', 'solid', null] as const).map((leansTo) => ({ leansTo }))
  if (!little || !solid || !unknown) throw new Error('Three were made')
  expect(consumptionLeaning([little, solid, unknown])).toBe('solid')
  expect(consumptionLeaning([little, little])).toBe('little')
  expect(consumptionLeaning([little, unknown])).toBeNull()
  expect(consumptionLeaning([])).toBeNull()
})

test('the trend is that of the periods with one verdict', () => {
  const periods = [kept(0.9), broken(-1), kept(0.5), silent, kept(0.1), broken(-0.5)]
  const rising = depletionTrend(periods, 'fulfilled')
  expect(rising).toMatchObject({ count: 3, direction: 'upward' })
  expect(rising.medianDepletion).toBeCloseTo(0.5, 10)
  expect(depletionTrend(periods, 'broken')).toEqual({ count: 2, medianDepletion: 1.75, direction: null })
  expect(depletionTrend([silent], 'broken')).toEqual({ count: 0, medianDepletion: null, direction: null })
})

test('how long depletion goes on, and how often a release came before', () => {
  const episodes = [
    { spanHours: 4, isAfterRelease: true },
    { spanHours: 8, isAfterRelease: false },
  ]
  expect(episodesSummary(episodes)).toEqual({ count: 2, averageHours: 6, afterRelease: 1 })
  expect(episodesSummary([])).toEqual({ count: 0, averageHours: null, afterRelease: 0 })
})
