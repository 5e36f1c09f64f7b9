import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  buildSamples,
  commitSamples,
  deploymentSamples,
  type DeliveryComponent,
  type Sample,
} from './delivery.ts'
import { anyBuilds, anyDeployments, build, deployment } from './testing/delivery-events.ts'

const valuesOf = (samples: readonly Sample[], component: DeliveryComponent) =>
  samples.filter((sample) => sample.component === component).map(({ value }) => value)

describe('deployments', () => {
  it('fail or not; one of which nobody said how it went is no part of the failure rate', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 0, result: 'succeeded' }),
      deployment({ atMinute: 10, result: 'failed' }),
      deployment({ atMinute: 20, result: null }),
    ])
    expect(valuesOf(samples, 'deployment-failure-rate')).toEqual([0, 1])
  })

  it('recover when it was said that they did', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 0, result: 'failed', recoveredMinute: 120 }),
      deployment({ atMinute: 300, result: 'succeeded' }),
    ])
    expect(valuesOf(samples, 'deployment-recovery')).toEqual([120])
  })

  it('recover with the next one that succeeds where nobody said when', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 0, result: 'failed' }),
      deployment({ atMinute: 40, result: null }),
      deployment({ atMinute: 300, result: 'succeeded' }),
    ])
    expect(valuesOf(samples, 'deployment-recovery')).toEqual([300])
  })

  it('that fail again before they recovered are one failure to recover from', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 0, result: 'failed' }),
      deployment({ atMinute: 30, result: 'failed' }),
      deployment({ atMinute: 90, result: 'succeeded' }),
      deployment({ atMinute: 200, result: 'failed' }),
    ])
    expect(valuesOf(samples, 'deployment-recovery')).toEqual([90])
    expect(valuesOf(samples, 'deployment-failure-rate')).toEqual([1, 1, 0, 1])
  })

  it('have a lead time and an interval only where they did not fail', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 100, committedMinute: 40, result: 'succeeded' }),
      deployment({ atMinute: 200, committedMinute: 0, result: 'failed', recoveredMinute: 210 }),
      deployment({ atMinute: 400, committedMinute: 390, result: null }),
    ])
    expect(valuesOf(samples, 'deployment-lead-time')).toEqual([60, 10])
    expect(valuesOf(samples, 'deployment-interval')).toEqual([300])
  })

  it('of another service or environment are another row of intervals and failures', () => {
    const samples = deploymentSamples([
      deployment({ atMinute: 0, environment: 'eu', result: 'failed' }),
      deployment({ atMinute: 10, environment: 'us', result: 'succeeded' }),
      deployment({ atMinute: 20, environment: 'us', service: 'other', result: 'succeeded' }),
      deployment({ atMinute: 60, environment: 'eu', result: 'succeeded' }),
    ])
    expect(valuesOf(samples, 'deployment-interval')).toEqual([])
    expect(valuesOf(samples, 'deployment-recovery')).toEqual([60])
  })

  it('are the same in whatever order they were told', () => {
    fc.assert(
      fc.property(anyDeployments, (deployments) => {
        expect(deploymentSamples(deployments.toReversed())).toEqual(deploymentSamples(deployments))
      }),
    )
  })

  it('have intervals that add up to the time from the first to the last that did not fail', () => {
    fc.assert(
      fc.property(anyDeployments, (deployments) => {
        const own = deployments.map((one) => ({ ...one, service: 'cart', environment: 'eu' }))
        const landed = own.filter(({ result }) => result !== 'failed').map(({ atMs }) => atMs / 60_000)
        const intervals = valuesOf(deploymentSamples(own), 'deployment-interval')
        const span = landed.length === 0 ? 0 : Math.max(...landed) - Math.min(...landed)
        expect(intervals.reduce((sum, one) => sum + one, 0)).toBeCloseTo(span, 6)
      }),
    )
  })

  it('recover no more often than they fail, and never before they did', () => {
    fc.assert(
      fc.property(anyDeployments, (deployments) => {
        const samples = deploymentSamples(deployments)
        const recoveries = valuesOf(samples, 'deployment-recovery')
        const failures = valuesOf(samples, 'deployment-failure-rate').filter((value) => value === 1)
        expect(recoveries.length).toBeLessThanOrEqual(failures.length)
        expect(recoveries.every((minutes) => minutes >= 0)).toBe(true)
      }),
    )
  })

  it('of a service say nothing about those of another', () => {
    fc.assert(
      fc.property(anyDeployments, (deployments) => {
        const alone = deploymentSamples(deployments.filter(({ service }) => service === 'cart'))
        expect(deploymentSamples(deployments).filter(({ service }) => service === 'cart')).toEqual(alone)
      }),
    )
  })
})

describe('builds of the mainline', () => {
  it('take from the commit that they are about to their end, or from their start where none was told', () => {
    const samples = buildSamples([
      build({ startedMinute: 10, endedMinute: 25, commits: [{ mergedMinute: 4 }, { mergedMinute: 8 }] }),
      build({ startedMinute: 100, endedMinute: 110 }),
    ])
    expect(valuesOf(samples, 'build-lead-time')).toEqual([21, 10])
  })

  it('that run have no result yet', () => {
    expect(buildSamples([build({ startedMinute: 0, endedMinute: null, result: null })])).toEqual([])
  })

  it('fail until the mainline is green again', () => {
    const samples = buildSamples([
      build({ startedMinute: 0, endedMinute: 10, result: 'failed' }),
      build({ startedMinute: 20, endedMinute: 30, result: 'failed' }),
      build({ startedMinute: 40, endedMinute: 55, result: 'succeeded' }),
      build({ startedMinute: 60, endedMinute: 75, result: 'succeeded' }),
    ])
    expect(valuesOf(samples, 'build-failure-rate')).toEqual([1, 1, 0, 0])
    expect(valuesOf(samples, 'build-recovery')).toEqual([45])
    expect(valuesOf(samples, 'build-interval')).toEqual([20])
  })

  it('are the same in whatever order they were told', () => {
    fc.assert(
      fc.property(anyBuilds, (builds) => {
        expect(buildSamples(builds.toReversed())).toEqual(buildSamples(builds))
        expect(commitSamples(builds.toReversed())).toEqual(commitSamples(builds))
      }),
    )
  })

  it('have as many failures and successes as have ended', () => {
    fc.assert(
      fc.property(anyBuilds, (builds) => {
        const ended = builds.filter(({ endedMs, result }) => endedMs !== null && result !== null)
        expect(valuesOf(buildSamples(builds), 'build-failure-rate')).toHaveLength(ended.length)
      }),
    )
  })
})

describe('commits', () => {
  it('take from their writing to the mainline; one that was built twice is one', () => {
    const commit = { id: 'a', authoredMinute: 0, mergedMinute: 90 }
    const samples = commitSamples([
      build({ startedMinute: 100, commits: [commit] }),
      build({ startedMinute: 200, commits: [commit, { id: 'b', authoredMinute: null, mergedMinute: 150 }] }),
    ])
    expect(valuesOf(samples, 'commit-lead-time')).toEqual([90])
    expect(valuesOf(samples, 'commit-interval')).toEqual([60])
  })
})
