import { expect, test } from 'vitest'

import { agreeingHours } from '../../src/domain/fine-buckets.ts'
import { createOrganization } from './organization.ts'

const NOW = Date.parse('2026-11-18T03:10:00Z')
const NOW_HOUR = Math.floor(NOW / 3_600_000)

test('five minutes at a time the hours have their events, and the hour that has begun those of its ten minutes', async () => {
  const { buckets, catalog } = createOrganization({ now: () => NOW })
  for (const { id, deployments } of (await catalog()).slos.slice(0, 40)) {
    const series = { sloId: id, deployment: deployments[0] ?? '' }
    const from = NOW_HOUR - 30
    const hours = await buckets.read(series, from, NOW_HOUR)
    const fine = await buckets.readFine?.(series, from * 60, (NOW_HOUR + 1) * 60)
    if (fine === undefined) throw new Error('The organization has no parts of hours')
    for (let row = 0; row < fine.minute.length; row += 1) {
      expect(fine.good[row]).toBeGreaterThanOrEqual(0)
      expect(fine.good[row]).toBeLessThanOrEqual(fine.total[row] ?? -1)
    }
    const agreeing = agreeingHours(fine, hours, NOW_HOUR)
    expect(hours.hour.length === 0 || Array.from(hours.hour).every((hour) => agreeing.has(hour))).toBe(true)
    if (hours.hour.length > 0) expect(agreeing.get(NOW_HOUR)?.length).toBe(2)
  }
})
