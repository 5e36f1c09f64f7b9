import { expect, test } from 'vitest'

import { apiClient } from '../../server/testing/api-client.ts'
import { NOW } from '../../server/testing/tiny-organization.ts'
import { createOrganization } from './organization.ts'

const { read } = apiClient(createOrganization({ now: () => NOW }))

test('every review is of a breach that there was', async () => {
  const { items } = await read('listEntries', { kind: 'breach-review', limit: 100 })
  expect(items.length).toBeGreaterThan(8)
  for (const { key } of items) {
    const { breach } = await read('readSloBreach', {}, { breach: key })
    expect([breach.id, breach.review?.version]).toEqual([key, 1])
  }
})

test('Messaging has a rule of its own, and some of its breaches lie in a snooze', async () => {
  const list = await read('listSloBreaches', { team: 'messaging', search: 'messaging', limit: 500 })
  expect(list.counts.breaches).toBeGreaterThan(3)
  expect(list.counts.snoozed).toBeGreaterThan(0)
  expect(list.items.every(({ rules }) => rules.join() === 'own')).toBe(true)
  expect(list.counts.alerts).not.toBe(list.counts.breaches)
})
