import { expect, test } from 'vitest'

import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { DATA_FROM, hourlyRows, NOW_HOUR, tinyOrganization } from '../testing/tiny-organization.ts'

const rule = { windowMinutes: 60, shareOfWindowBudgetPercent: 200, evaluationMinutes: 5, snoozeMinutes: 120 }
const tried = { window: 60, share: 200, evaluation: 5, snooze: 120 }

test('a team’s rule replaces the default ones, and can be taken back', async () => {
  const { read, write } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
  expect(await read('readTeamRule', {}, { team: 'buying' })).toMatchObject({ rule: null, version: 0 })
  await write('changeTeamRule', { params: { team: 'buying' }, body: { seenVersion: 0, rule } })
  expect(await read('readTeamRule', {}, { team: 'buying' })).toMatchObject({
    rule,
    version: 1,
    by: 'A team-editor',
  })
  await write('changeTeamRule', { params: { team: 'buying' }, body: { seenVersion: 1, rule: null } })
  expect(await read('readTeamRule', {}, { team: 'buying' })).toMatchObject({ rule: null, version: 2 })
})

test('breaches of the past stay what they were when another rule comes into force', async () => {
  const { read, write } = apiClient(tinyOrganization())
  const before = await read('listSloBreaches', { team: 'buying' })
  await write('changeTeamRule', { params: { team: 'buying' }, body: { seenVersion: 0, rule } })
  const after = await read('listSloBreaches', { team: 'buying' })
  expect(after.items).toEqual(before.items)
})

/** 15 % bad of 1 % allowed in the last three hours: the default rules hold, at 15 over an hour. */
async function burningCart(own: Partial<typeof rule>, at: string) {
  const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour >= NOW_HOUR - 3 ? 15 : 0), 100)
  const deps = tinyOrganization({ series: { 'cart.availability.get-cart@north': { rows } } })
  await deps.entries.write(
    { kind: 'team-rule', key: 'buying', body: { rule: { ...rule, ...own } }, seenVersion: 0 },
    { by: person('admin'), at },
  )
  const { read } = apiClient(deps)
  const { readings, readBy } = await read('readBudgetHistory', {}, { ...cart, deployment: 'north' })
  const burning = (await read('listBudgets', { burning: 'only' })).items.map((row) => row.burning)
  return { readings, readBy, burning }
}

const cart = { slo: 'cart.availability.get-cart' }

test('what burns is told by the team’s own rule, with its windows and thresholds', async () => {
  const byLong = { windowMinutes: 360, shareOfWindowBudgetPercent: 700 }
  const { readings, readBy, burning } = await burningCart(byLong, '2026-11-18T02:30:00Z')
  expect(readings).toMatchObject([{ ruleId: 'own', longHours: 6, threshold: 7, holds: true }])
  expect(readBy).toBe('team-rules')
  expect(burning).toMatchObject([{ rate: 7.5, longHours: 6, severity: 'page' }])
  const quiet = await burningCart({ ...byLong, shareOfWindowBudgetPercent: 800 }, '2026-11-18T02:30:00Z')
  expect(quiet.readings).toMatchObject([{ threshold: 8, holds: false }])
  expect(quiet.burning).toEqual([])
})

test('a rule that was entered in the running hour tells nothing yet', async () => {
  const { readings, readBy, burning } = await burningCart(
    { shareOfWindowBudgetPercent: 5000 },
    '2026-11-18T03:05:00Z',
  )
  expect(readings).toHaveLength(4)
  expect(readBy).toBe('default-rules')
  expect(burning).toMatchObject([{ longHours: 1 }])
})

test('a draft is tried on the SLO’s own past beside the rules in force', async () => {
  const { read } = harbourline
  const charge = { slo: 'payment-gateway.availability.post-charge', deployment: 'prod-eu' }
  const loud = await read('readRuleReplay', { ...charge, ...tried }, { team: 'payments' })
  const quiet = await read('readRuleReplay', { ...charge, ...tried, share: 5000 }, { team: 'payments' })
  expect(loud.current).toEqual(quiet.current)
  expect(loud.coarse).toEqual(['evaluation'])
  expect(loud.episodes.length).toBeGreaterThan(5)
  expect(loud.draft.missedCount).toBeLessThan(quiet.draft.missedCount)
  expect(loud.draft.alertCount).toBeGreaterThan(quiet.draft.alertCount)
  for (const { draft, depletion } of loud.episodes) {
    if (draft.goneByThen !== null) expect(draft.goneByThen).toBeLessThanOrEqual(depletion + 1e-9)
  }
})

test('too little traffic to judge by is said', async () => {
  const { read } = harbourline
  const contracts = { slo: 'partner-api.availability.default-post-contracts', deployment: 'prod-eu' }
  const { team } = (await read('listSlos', { service: 'partner-api', limit: 1 })).items[0] ?? { team: '' }
  const { draft, hours } = await read('readRuleReplay', { ...contracts, ...tried }, { team })
  expect(draft.unjudgedHours).toBeGreaterThan(hours / 2)
})

test('who may not is told who may, and an SLO of another team is refused by name', async () => {
  const { problem, refused } = apiClient(tinyOrganization(), person('team-editor', 'finding'))
  const body = sending('changeTeamRule', { seenVersion: 0, rule })
  expect(await problem('/api/teams/buying/rule', body)).toMatchObject({ status: 403 })
  const foreign = { slo: 'search.latency.find', deployment: 'north', ...tried }
  expect(await refused('readRuleReplay', foreign, { team: 'buying' })).toMatchObject({
    status: 400,
    field: 'slo',
  })
})
