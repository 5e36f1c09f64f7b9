import { describe, expect, test } from 'vitest'

import type { Buckets } from '../../src/domain/buckets.ts'
import { bucketsBetween } from '../../src/domain/buckets.ts'
import { createOrganization } from './organization.ts'
import { NOW, worldAt } from './testing/world.ts'

const HOUR_MS = 3_600_000
const now = () => NOW
const charge = { sloId: 'payment-gateway.availability.post-charge', deployment: 'prod-eu' }

const rowsOf = ({ hour, good, total }: Buckets) =>
  Array.from(hour).map((one, at) => [one, good[at] ?? -1, total[at] ?? -1] as const)

const everySeries = (await createOrganization({ now }).catalog()).slos.flatMap(({ id, deployments }) =>
  deployments.map((deployment) => ({ sloId: id, deployment })),
)

describe('measurements', () => {
  test('are the same in every instance of one seed, and others with another seed', async () => {
    const read = async (seed: number) => {
      const { buckets } = createOrganization({ now, seed })
      return rowsOf(await buckets.read(charge, await buckets.fromHour(), await buckets.nowHour()))
    }
    expect(await read(7)).toEqual(await read(7))
    expect(await read(7)).not.toEqual(await read(8))
  })

  test('of an hour are the same whatever range was asked for', async () => {
    const { buckets } = createOrganization({ now })
    const nowHour = await buckets.nowHour()
    const year = await buckets.read(charge, nowHour - 8760, nowHour)
    for (const [from, to] of [
      [8760, 8000],
      [5000, 4999],
      [1500, 3],
      [700, 20],
    ] as const) {
      const fresh = createOrganization({ now }).buckets
      const part = await fresh.read(charge, nowHour - from, nowHour - to)
      expect(rowsOf(part)).toEqual(rowsOf(bucketsBetween(year, nowHour - from, nowHour - to)))
    }
  })

  test('count whole events, and never more good ones than there are', async () => {
    const { buckets } = createOrganization({ now })
    const nowHour = await buckets.nowHour()
    for (const series of everySeries) {
      const rows = rowsOf(await buckets.read(series, nowHour - 3000, nowHour))
      const wrong = rows.filter(
        ([, good, total]) => !Number.isInteger(good) || !Number.isInteger(total) || good < 0 || good > total,
      )
      expect(wrong, series.sloId).toEqual([])
    }
  })

  test('cover two years up to the last complete hour, and nothing outside', async () => {
    const { buckets } = createOrganization({ now })
    const nowHour = await buckets.nowHour()
    expect(nowHour).toBe(Math.floor(NOW / HOUR_MS))
    expect(await buckets.fromHour()).toBe(nowHour - 17_520)
    const { hour } = await buckets.read(charge, 0, nowHour + 1000)
    expect(hour).toHaveLength(17_520)
    expect(hour[0]).toBe(nowHour - 17_520)
    expect(hour[17_519]).toBe(nowHour - 1)
  })

  test('of the past do not change as the hours of a period pass', async () => {
    const early = createOrganization({ now }).buckets
    const late = createOrganization({ now: () => NOW + 9 * 24 * HOUR_MS }).buckets
    const nowHour = await early.nowHour()
    for (const series of everySeries) {
      const before = rowsOf(await early.read(series, nowHour - 2000, nowHour))
      const after = rowsOf(await late.read(series, nowHour - 2000, nowHour))
      // Hundreds of thousands of rows: what compares and prints anything takes seconds for them.
      const others = after.filter((row, at) => row.some((value, field) => value !== before[at]?.[field]))
      expect([others, after.length], series.sloId).toEqual([[], before.length])
    }
  })

  test('grow by an hour while the process runs', async () => {
    let clock = NOW
    const { buckets } = createOrganization({ now: () => clock })
    const before = await buckets.read(charge, 0, Number.MAX_SAFE_INTEGER)
    clock += HOUR_MS
    const after = await buckets.read(charge, 0, Number.MAX_SAFE_INTEGER)
    expect(rowsOf(after).slice(0, -1)).toEqual(rowsOf(before).slice(1))
  })

  test('follow the day of their region', async () => {
    const { deps, nowHour } = await worldAt(NOW)
    const busiestHour = async (deployment: string) => {
      const week = await deps.buckets.read({ ...charge, deployment }, nowHour - 168, nowHour)
      const byHour = Array.from({ length: 24 }, () => 0)
      for (const [hour, , total] of rowsOf(week)) byHour[hour % 24] = (byHour[hour % 24] ?? 0) + total
      return byHour.indexOf(Math.max(...byHour))
    }
    // Travellers plan around 20:00, wherever they are.
    expect(await busiestHour('prod-eu')).toBe(19)
    expect(await busiestHour('prod-us')).toBe(1)
    expect(await busiestHour('prod-jp')).toBe(11)
  })

  test('of two thresholds of one endpoint fit: what misses a second misses 400 ms too', async () => {
    const { deps, fromHour, nowHour } = await worldAt(NOW)
    const read = (slug: string) =>
      deps.buckets.read(
        { sloId: `payment-gateway.latency.${slug}`, deployment: 'prod-eu' },
        fromHour,
        nowHour,
      )
    const [tight, loose] = [rowsOf(await read('post-charge-400ms')), rowsOf(await read('post-charge-1000ms'))]
    expect(tight.filter(([, good], at) => good > (loose[at]?.[1] ?? 0))).toEqual([])
    expect(tight.map(([, , total]) => total)).toEqual(loose.map(([, , total]) => total))
  })
})
