import { expect, test } from 'vitest'

import { createOrganization } from '../../mocks/organization/organization.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { NOW, tinyOrganization } from '../testing/tiny-organization.ts'

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

test('a draft is tried on the SLO’s own past beside the rules in force', async () => {
  const { read } = apiClient(createOrganization({ now: () => NOW }))
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
  const { read } = apiClient(createOrganization({ now: () => NOW }))
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
