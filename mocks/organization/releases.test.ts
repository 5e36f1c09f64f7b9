import { expect, test } from 'vitest'

import { deliveryHabits } from './delivery-habits.ts'
import { createOrganization } from './organization.ts'
import { NOW } from './testing/world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const nowHour = Math.floor(NOW / HOUR_MS)
const { releases, catalog } = createOrganization({ now: () => NOW })
const usualDays = deliveryHabits('booking').trainDays
const lastYear = { fromHour: nowHour - 8760, toHour: nowHour + 100 }

test('releases come newest first, once each, and none that is still to come', async () => {
  const listed = await releases.list(lastYear)
  const instants = listed.map(({ at }) => Date.parse(at))
  expect(instants).toEqual(instants.toSorted((a, b) => b - a))
  expect(instants.every((at) => at <= NOW)).toBe(true)
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
})

test('every service is released to every one of its deployments, every few days', async () => {
  for (const { slug, team, deployments } of (await catalog()).services) {
    for (const deployment of deployments) {
      const listed = await releases.list({ services: [slug], deployments: [deployment], ...lastYear })
      const gaps = listed
        .slice(1)
        .map(({ at }, index) => Date.parse(listed[index]?.at ?? at) - Date.parse(at))
      const { trainDays } = deliveryHabits(team)
      if (trainDays !== usualDays) continue
      // A release that a story tells keeps the usual ones a day and a half away, so gaps may be longer around it.
      expect(Math.max(...gaps), `${slug} ${deployment}`).toBeLessThan(16 * DAY_MS)
      const isTold = ['payment-gateway', 'fraud-check', 'search-api', 'ledger'].includes(slug)
      if (!isTold) expect(Math.min(...gaps)).toBeGreaterThan(3 * DAY_MS)
      if (!isTold) expect(Math.max(...gaps)).toBeLessThan(9 * DAY_MS)
    }
  }
})

test('a part of the time holds the same releases as the whole', async () => {
  const whole = await releases.list(lastYear)
  const part = { fromHour: nowHour - 3000, toHour: nowHour - 1000 }
  const isInside = ({ at }: { at: string }) =>
    Date.parse(at) >= part.fromHour * HOUR_MS && Date.parse(at) < part.toHour * HOUR_MS
  expect(await releases.list(part)).toEqual(whole.filter(isInside))
})
