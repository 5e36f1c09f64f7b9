import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { deploymentSamples } from './delivery.ts'
import {
  deliveryFigure,
  deliveryTrend,
  deploymentFrequency,
  isNotable,
  isTimed,
  samplesWithin,
} from './delivery-figures.ts'
import { anyDeployments } from './testing/delivery-events.ts'

const minutes = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 })

describe('a figure', () => {
  it('of times is their median, with the mean beside it', () => {
    expect(deliveryFigure('deployment-recovery', [10, 20, 90])).toEqual({
      value: 20,
      mean: 40,
      count: 3,
      isFew: false,
    })
  })

  it('of failures is their share', () => {
    expect(deliveryFigure('build-failure-rate', [0, 0, 1, 0])).toMatchObject({ value: 0.25, count: 4 })
  })

  it('of nothing is absent, not 0', () => {
    expect(deliveryFigure('build-failure-rate', [])).toEqual({
      value: null,
      mean: null,
      count: 0,
      isFew: true,
    })
  })

  it('rests on few below three times, or below ten results', () => {
    expect(deliveryFigure('commit-interval', [5, 5]).isFew).toBe(true)
    expect(deliveryFigure('commit-interval', [5, 5, 5]).isFew).toBe(false)
    expect(
      deliveryFigure(
        'deployment-failure-rate',
        Array.from({ length: 9 }, () => 0),
      ).isFew,
    ).toBe(true)
    expect(
      deliveryFigure(
        'deployment-failure-rate',
        Array.from({ length: 10 }, () => 0),
      ).isFew,
    ).toBe(false)
  })

  it('lies between the least and the most that was seen', () => {
    fc.assert(
      fc.property(minutes, (values) => {
        const { value, mean } = deliveryFigure('deployment-lead-time', values)
        for (const figure of [value, mean]) {
          expect(figure).toBeGreaterThanOrEqual(Math.min(...values))
          expect(figure).toBeLessThanOrEqual(Math.max(...values))
        }
      }),
    )
  })

  it('of windows beside one another rests on as many as that of both together', () => {
    fc.assert(
      fc.property(anyDeployments, fc.integer({ min: 0, max: 5_000 }), (deployments, cutMinute) => {
        const cut = cutMinute * 60_000
        const samples = deploymentSamples(deployments)
        const count = (from: number, to: number) => samplesWithin(samples, { from, to }).length
        expect(count(-Infinity, cut) + count(cut, Infinity)).toBe(samples.length)
      }),
    )
  })
})

describe('a trend', () => {
  const times = (value: number, count = 5) => ({ value, mean: value, count, isFew: count < 3 })

  it('is better where less is lost, by more than a tenth of what it was', () => {
    expect(deliveryTrend(times(80), times(100))).toEqual({ change: -0.2, direction: 'better' })
    expect(deliveryTrend(times(115), times(100)).direction).toBe('worse')
    expect(deliveryTrend(times(110), times(100)).direction).toBe('steady')
  })

  it('of a frequency is better where there is more', () => {
    expect(deliveryTrend(times(4), times(2), 'more').direction).toBe('better')
  })

  it('from nothing has no rate, but a direction', () => {
    expect(deliveryTrend(times(3), times(0))).toEqual({ change: null, direction: 'worse' })
    expect(deliveryTrend(times(0), times(0))).toEqual({ change: null, direction: 'steady' })
  })

  it('is none where one of both rests on few', () => {
    expect(deliveryTrend(times(1, 2), times(100))).toEqual({ change: null, direction: null })
    expect(deliveryTrend(times(1), { value: null, mean: null, count: 0, isFew: true }).direction).toBe(null)
  })

  it('turned round is the other way, or steady where the change was small', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), (now, before) => {
        const there = deliveryTrend(times(now), times(before))
        const back = deliveryTrend(times(before), times(now))
        const isTold = there.direction !== 'steady' && back.direction !== 'steady'
        // A tenth of the larger is more than a tenth of the smaller: near there only one way is told.
        if (isTold) expect(back.direction).toBe(there.direction === 'better' ? 'worse' : 'better')
        else
          expect(Math.min(Math.abs(there.change ?? 0), Math.abs(back.change ?? 0))).toBeLessThanOrEqual(0.1)
      }),
    )
  })
})

describe('the frequency of deployments', () => {
  it('is that of one service in one environment a week', () => {
    expect(deploymentFrequency(24, { rows: 3, weeks: 4 })).toEqual({
      value: 2,
      mean: 2,
      count: 24,
      isFew: false,
    })
  })

  it('of nothing that is deployed is absent; of something that was not deployed it is 0', () => {
    expect(deploymentFrequency(0, { rows: 0, weeks: 4 }).value).toBe(null)
    expect(deploymentFrequency(0, { rows: 3, weeks: 0 }).value).toBe(null)
    expect(deploymentFrequency(0, { rows: 3, weeks: 4 }).value).toBe(0)
  })
})

it('a change of more than a tenth is notable', () => {
  expect(isNotable(111, 100)).toBe(true)
  expect(isNotable(110, 100)).toBe(false)
  expect(isTimed('build-failure-rate')).toBe(false)
  expect(isTimed('build-recovery')).toBe(true)
})
