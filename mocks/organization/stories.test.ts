import { describe, expect, test } from 'vitest'

import { breaches, burnRateReadings, defaultBurnRateRules } from '../../src/domain/burn-rate.ts'
import { depletionEpisodes } from '../../src/domain/episode.ts'
import { periodBudget } from '../../src/domain/period-budget.ts'
import { servicesKept } from '../../src/domain/roll-up.ts'
import { drags } from './shared-burns.ts'
import { stories } from './stories.ts'
import { NOW, worldAt } from './testing/world.ts'

const world = await worldAt(NOW)
const charge = 'payment-gateway.availability.post-charge'
const timetable = 'timetable.availability.get-timetable'

async function episodesOf(sloId: string, deployment: string, periodsAgo: number) {
  return depletionEpisodes(
    await world.seriesOf(sloId, deployment),
    world.periodAgo(periodsAgo),
    world.nowHour,
  )
}

async function releasesOf(service: string, deployment: string, periodsAgo: number) {
  const { startHour, endHour } = world.periodAgo(periodsAgo)
  const filter = { services: [service], deployments: [deployment], fromHour: startHour, toHour: endHour }
  return world.deps.releases.list(filter)
}

const hourOf = (at: string) => Math.floor(Date.parse(at) / 3_600_000)

describe('stories', () => {
  test('are about series that exist', () => {
    const series = new Set(
      world.slos.flatMap(({ id, deployments }) => deployments.map((one) => `${id}@${one}`)),
    )
    const told = stories.flatMap(({ burns = [], calm = [] }) => [...burns, ...calm])
    expect(told.filter(({ sloId, deployment }) => !series.has(`${sloId}@${deployment}`))).toEqual([])
    const ids = new Set(world.slos.map(({ id }) => id))
    expect(drags.filter(({ source, consumer }) => !ids.has(source) || !ids.has(consumer))).toEqual([])
  })

  test('charge-night: charges have failed in prod-eu since the release at 01:00', async () => {
    const readings = burnRateReadings(
      await world.seriesOf(charge, 'prod-eu'),
      defaultBurnRateRules,
      672,
      world.nowHour,
    )
    expect(readings.find(({ rule }) => rule.severity === 'page' && rule.longHours === 1)?.holds).toBe(true)
    const last = (await episodesOf(charge, 'prod-eu', 0)).at(-1)
    expect(last?.startHour).toBe(world.hourIn(0, 16, 1))
    const { remaining, state } = await world.budgetOf(charge, 'prod-eu', 0)
    expect(remaining).toBeCloseTo(0.37, 1)
    expect(state).toBe('at-risk')
    const [newest] = await releasesOf('payment-gateway', 'prod-eu', 0)
    expect(newest).toMatchObject({ version: '2026.11.18-1', at: '2026-11-18T01:00:00Z' })
  })

  test('slow-japan: three latency budgets of Search are at risk in prod-jp, and in no other region', async () => {
    const told = stories.find(({ id }) => id === 'slow-japan')?.burns ?? []
    expect(told).toHaveLength(3)
    for (const { sloId } of told) {
      expect((await world.budgetOf(sloId, 'prod-jp', 0)).state).toBe('at-risk')
      for (const region of ['prod-eu', 'prod-us'])
        expect((await world.budgetOf(sloId, region, 0)).state).toBe('healthy')
    }
  })

  test('charge-night: the fix is told once its hour has come', async () => {
    const morning = await worldAt(NOW + 6 * 3_600_000)
    const [newest] = await morning.deps.releases.list({
      services: ['payment-gateway'],
      deployments: ['prod-eu'],
      fromHour: morning.nowHour - 24,
      toHour: morning.nowHour + 24,
    })
    expect(newest).toMatchObject({ version: '2026.11.18-2', at: '2026-11-18T05:00:00Z' })
    const episodes = depletionEpisodes(
      await morning.seriesOf(charge, 'prod-eu'),
      morning.periodAgo(0),
      morning.nowHour,
    )
    expect(episodes.at(-1)?.endHour).toBe(morning.hourIn(0, 16, 5))
  })

  test('half-a-budget: one release takes 50 points within five hours, the next stops it', async () => {
    const [worst] = (await episodesOf(charge, 'prod-us', 1)).toSorted((a, b) => b.depletion - a.depletion)
    expect(worst?.depletion).toBeCloseTo(0.5, 1)
    expect(worst?.spanHours).toBe(5)
    const hours = (await releasesOf('payment-gateway', 'prod-us', 1)).map(({ at }) => hourOf(at))
    expect(hours).toContain(worst?.startHour)
    expect(hours).toContain(worst?.endHour)
  })

  test('hundred-points: search loses 100 points in a day and ends at -50 %', async () => {
    const { remaining, state, isPremature } = await world.budgetOf(
      'search-api.availability.get-search',
      'prod-eu',
      1,
    )
    expect(state).toBe('broken')
    expect(isPremature).toBe(true)
    expect(Math.abs((remaining ?? 0) + 0.5)).toBeLessThan(0.02)
    const [worst] = (await episodesOf('search-api.availability.get-search', 'prod-eu', 1)).toSorted(
      (a, b) => b.depletion - a.depletion,
    )
    expect(worst).toMatchObject({ startHour: world.hourIn(1, 20, 0), spanHours: 24 })
    expect(worst?.depletion).toBeCloseTo(1, 1)
  })

  test('slow-and-fast: 80 % in two weeks beside 80 % in two hours', async () => {
    const [slow] = (await episodesOf('seat-map.latency.get-seats', 'prod-us', 2)).toSorted(
      (a, b) => b.depletion - a.depletion,
    )
    const [fast] = (await episodesOf('holds.availability.post-holds', 'prod-us', 2)).toSorted(
      (a, b) => b.depletion - a.depletion,
    )
    expect(slow?.spanHours).toBe(336)
    expect(slow?.speed).toBeCloseTo(0.25, 1)
    expect(fast?.spanHours).toBe(2)
    expect(fast?.speed).toBeCloseTo(40, 0)
  })

  test('the outage of one region hits every service there in the same hours, and none elsewhere', async () => {
    const start = world.hourIn(3, 10, 2)
    const shareOfBad = async (deployment: string) => {
      const availabilities = world.slos.filter(
        ({ sli, deployments }) => sli === 'availability' && deployments.includes(deployment),
      )
      return Promise.all(
        availabilities.map(async ({ id }) => {
          const { good, total } = await world.deps.buckets.read({ sloId: id, deployment }, start, start + 3)
          const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0)
          return { id, share: 1 - sum(good) / sum(total) }
        }),
      )
    }
    expect((await shareOfBad('prod-jp')).filter(({ share }) => share < 0.04)).toEqual([])
    const elsewhere = [...(await shareOfBad('prod-eu')), ...(await shareOfBad('prod-us'))]
    expect(elsewhere.filter(({ share }) => share > 0.04).length).toBeLessThan(elsewhere.length / 10)
  })

  test.each(['prod-eu', 'prod-us'])(
    'timetable-improves: early exhaustion in most periods of a year in %s, then three kept',
    async (deployment) => {
      const budgets = await Promise.all(
        Array.from({ length: 13 }, (_, index) => world.budgetOf(timetable, deployment, index + 1)),
      )
      const [last3, before] = [budgets.slice(0, 3), budgets.slice(3)]
      expect(last3.map(({ state }) => state)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
      expect(before.filter(({ isPremature }) => isPremature).length).toBeGreaterThanOrEqual(8)
    },
  )

  test('six-requests-a-day: one failure is more than the whole budget', async () => {
    const { bad, grant, total, state } = await world.budgetOf(
      'partner-api.availability.default-post-contracts',
      'prod-eu',
      0,
    )
    expect(total).toBeLessThan(200)
    expect(grant).toBeLessThan(1)
    expect(bad).toBeGreaterThanOrEqual(1)
    expect(state).toBe('exhausted')
  })

  test('a target loosened in mid-period keeps both versions', async () => {
    const versions = world.slos.find(({ id }) => id === 'sms-relay.availability.post-sms')?.versions ?? []
    expect(versions.map(({ target }) => target)).toEqual([0.999, 0.995])
    const changedAt = hourOf(versions[1]?.effectiveFrom ?? '')
    expect(changedAt).toBe(world.hourIn(3, 10, 9))
    expect(versions[1]?.reason).not.toBe('')
  })

  test('nine hours of one series were never measured, and one series has stopped', async () => {
    expect((await world.budgetOf('profile.availability.get-user', 'prod-eu', 0)).missingHours).toBe(9)
    const { buckets } = await world.seriesOf('tracking.availability.default-get-position', 'prod-us')
    expect(buckets.hour[buckets.hour.length - 1]).toBe(world.hourIn(0, 12, 7) - 1)
  })

  test('one-cent: the 100 % SLO has no budget, and was broken once', async () => {
    const balanced = 'ledger.correctness.balanced-entries'
    expect((await world.budgetOf(balanced, 'prod-eu', 0)).state).toBe('no-budget')
    const states = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (steps) => (await world.budgetOf(balanced, 'prod-eu', steps)).state),
    )
    expect(states).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'broken', 'fulfilled'])
  })

  test('ledger-drags: its consumers burn in the hours in which it burns', async () => {
    const [start, end] = [world.hourIn(1, 11, 9), world.hourIn(1, 11, 14)]
    for (const sloId of [
      'refunds.availability.post-refunds',
      'payment-gateway.availability.post-capture',
      'booking-api.availability.post-bookings',
    ]) {
      const hit = (await episodesOf(sloId, 'prod-eu', 1)).filter(
        ({ startHour, endHour }) => startHour <= start && endHour >= end,
      )
      expect(hit, sloId).toHaveLength(1)
    }
  })

  test('corrections: agreed maintenance is excluded, and a top-up names the dependency', async () => {
    const excluded = await world.budgetOf(charge, 'prod-eu', 2)
    expect((excluded.remaining ?? 0) - (excluded.rawRemaining ?? 0)).toBeCloseTo(0.3, 1)
    const toppedUp = await world.budgetOf('refunds.availability.post-refunds', 'prod-eu', 1)
    expect((toppedUp.remaining ?? 0) - (toppedUp.rawRemaining ?? 0)).toBeCloseTo(0.1, 5)
    const [topUp] = await world.deps.corrections.list({
      sloId: 'refunds.availability.post-refunds',
      deployment: 'prod-eu',
    })
    expect(topUp).toMatchObject({ kind: 'top-up', dependency: 'ledger' })
  })

  test('nobody uses refund booking in prod-jp', async () => {
    expect((await world.budgetOf('refunds.freshness.refund-booked', 'prod-jp', 1)).state).toBe('no-traffic')
  })
})

describe('the organization as a whole', () => {
  test('keeps more budgets from period to period', async () => {
    const production = await world.productionSeries()
    const keptIn = (steps: number) => {
      const period = world.periodAgo(steps)
      const states = production.map(({ slo, series }) => ({
        service: slo.service,
        state: periodBudget(series, period, world.nowHour).state,
      }))
      return servicesKept(states).share ?? 0
    }
    const shares = [13, 12, 11, 3, 2, 1].map(keptIn)
    const mean = (part: readonly number[]) => part.reduce((a, b) => a + b, 0) / part.length
    expect(mean(shares.slice(0, 3))).toBeGreaterThan(0.4)
    expect(mean(shares.slice(0, 3))).toBeLessThan(0.55)
    expect(mean(shares.slice(3))).toBeGreaterThan(0.68)
    expect(mean(shares.slice(3))).toBeLessThan(0.85)
  })

  test('has a few production series that burn in the night on call', async () => {
    const burning = (await world.productionSeries()).filter(({ series }) =>
      burnRateReadings(series, defaultBurnRateRules, 672, world.nowHour).some(({ holds }) => holds),
    )
    expect(burning.length).toBeGreaterThanOrEqual(2)
    expect(burning.length).toBeLessThanOrEqual(8)
    expect(burning.map(({ slo }) => slo.id)).toContain(charge)
  })

  test('has breaches in every week of the period', async () => {
    const found = (await world.productionSeries()).flatMap(({ series }) =>
      breaches(series, defaultBurnRateRules, () => 672, world.periodAgo(0).startHour, world.nowHour),
    )
    const weeks = new Set(
      found.map(({ startHour }) => Math.floor((startHour - world.periodAgo(0).startHour) / 168)),
    )
    expect(weeks).toEqual(new Set([0, 1, 2]))
  })

  test('ends most budgets with 30 to 90 % left', async () => {
    const previous = world.periodAgo(1)
    const series = await world.productionSeries()
    const left = series.map((production) => periodBudget(production.series, previous, world.nowHour))
    const usual = left.filter(({ remaining }) => remaining !== null && remaining >= 0.3 && remaining <= 0.9)
    expect(usual.length).toBeGreaterThan(series.length * 0.75)
  })
})
