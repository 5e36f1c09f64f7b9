import { expect, it } from 'vitest'

import { describeBreaches } from './describe-breaches.ts'

const none = { breaches: 0, open: 0, alerts: 0, snoozed: 0, incidents: 0, reviewed: 0, series: 0 }
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

it('breaches, alerts and incidents are three counts', () => {
  const facts = { breaches: 12, open: 2, alerts: 9, snoozed: 3, incidents: 4, reviewed: 5, series: 7 }
  const largest = { name: 'POST /charge in prod-eu', depletion: 0.159, isEstimate: true }
  expect(plain(describeBreaches(facts, largest))).toBe(
    '12 breaches of 7 SLOs led to 9 alerts, 3 of the breaches in a snooze, and 4 incidents went on meanwhile. 2 go on. The largest took ~15.9 % of a budget: POST /charge in prod-eu. 5 of them are reviewed.',
  )
})

it('one breach, and none at all', () => {
  const facts = { ...none, breaches: 1, alerts: 1, series: 1, reviewed: 1 }
  expect(plain(describeBreaches(facts, null))).toBe(
    '1 breach of 1 SLO led to 1 alert, and 0 incidents went on meanwhile. All of them are reviewed.',
  )
  expect(describeBreaches(none, null)).toBe('There is no breach in this window.')
})
