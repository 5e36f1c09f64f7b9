import { describe, expect, test } from 'vitest'

import { StoreUnavailableError } from '../server/ports.ts'
import { createOrganization } from './organization/organization.ts'
import { NOW } from './organization/testing/world.ts'
import { withScenario } from './scenarios.ts'

const organization = createOrganization({ now: () => NOW })
const charge = { sloId: 'payment-gateway.availability.post-charge', deployment: 'prod-eu' }
const always = { fromHour: 0, toHour: Number.MAX_SAFE_INTEGER }
const noDelay = async () => undefined

describe('scenarios', () => {
  test('busy-day is the organization as it is', () => {
    expect(withScenario(organization, 'busy-day', noDelay)).toBe(organization)
  })

  test('slow answers the same, after the delay', async () => {
    let release = () => {}
    const delay = new Promise<void>((resolve) => (release = resolve))
    const slow = withScenario(organization, 'slow', () => delay)
    let hasAnswered = false
    const answer = slow.catalog().then((catalog) => {
      hasAnswered = true
      return catalog
    })
    await organization.catalog()
    expect(hasAnswered).toBe(false)
    release()
    expect(await answer).toBe(await organization.catalog())
  })

  test('down answers nothing', async () => {
    const down = withScenario(organization, 'down', noDelay)
    const reads = [
      () => down.catalog(),
      () => down.buckets.read(charge, 0, 1),
      () => down.buckets.lifetime(charge),
      () => down.buckets.nowHour(),
      () => down.buckets.fromHour(),
      () => down.releases.list(always),
      () => down.corrections.list(charge),
    ]
    for (const read of reads) await expect(read()).rejects.toThrow(StoreUnavailableError)
  })

  test('stale data end five hours ago', async () => {
    const { buckets, now } = withScenario(organization, 'stale', noDelay)
    const nowHour = await organization.buckets.nowHour()
    const { hour } = await buckets.read(charge, nowHour - 24, nowHour)
    expect(await buckets.nowHour()).toBe(nowHour - 5)
    expect(hour[hour.length - 1]).toBe(nowHour - 6)
    expect(now()).toBe(NOW)
  })

  test('unmeasured agrees on everything and has been sent nothing', async () => {
    const unmeasured = withScenario(organization, 'unmeasured', noDelay)
    expect((await unmeasured.catalog()).slos).toEqual((await organization.catalog()).slos)
    expect((await unmeasured.buckets.read(charge, 0, Number.MAX_SAFE_INTEGER)).hour).toHaveLength(0)
    const all = { after: null, limit: 10 }
    expect((await unmeasured.records.incidents({}, all)).totalCount).toBe(0)
    expect((await unmeasured.records.endpointFigures({}, all)).totalCount).toBe(0)
  })

  test('idle measures every hour, and nobody asks for anything', async () => {
    const idle = withScenario(organization, 'idle', noDelay)
    const nowHour = await organization.buckets.nowHour()
    const { hour, total } = await idle.buckets.read(charge, nowHour - 24, nowHour)
    expect([hour.length, Math.max(...Array.from(total))]).toEqual([24, 0])
    const { items } = await idle.records.endpointFigures({}, { after: null, limit: 10 })
    expect(items.map(({ requests }) => requests)).toEqual(Array.from(items, () => 0))
    expect(items.length).toBeGreaterThan(0)
  })

  test('empty has teams and services, and no SLO', async () => {
    const empty = withScenario(organization, 'empty', noDelay)
    const { slos, services, teams } = await empty.catalog()
    expect(slos).toEqual([])
    expect(services).toHaveLength(24)
    expect(services.every(({ sloCount }) => sloCount === 0)).toBe(true)
    expect(teams).toHaveLength(6)
    expect((await empty.buckets.read(charge, 0, Number.MAX_SAFE_INTEGER)).hour).toHaveLength(0)
  })

  test('unfed has series whose hours do not come, and says why', async () => {
    const feeds = await withScenario(organization, 'unfed', noDelay).feeds?.(null)
    const failing = feeds?.filter(({ progress }) => progress?.failure != null) ?? []
    expect(failing.length).toBeGreaterThan(0)
    expect(failing.every(({ sloId }) => sloId.startsWith('payment-gateway.'))).toBe(true)
    expect(feeds?.length).toBeGreaterThan(failing.length)
    const untroubled = (await organization.feeds?.(['payment-gateway.availability.post-charge'])) ?? []
    expect(untroubled).toEqual([])
  })
})
