import { expect, test } from 'vitest'

import type { DecisionBody } from '../../src/contract/decisions.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { person, token } from '../testing/callers.ts'
import { decided } from '../testing/decision-writes.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const id = 'first'
const params = { decision: id }

function world() {
  const deps = tinyOrganization()
  return {
    deps,
    admin: apiClient(deps),
    coach: apiClient(deps, person('coach')),
    viewer: apiClient(deps, person('viewer')),
    editor: apiClient(deps, person('team-editor', 'buying')),
    foreigner: apiClient(deps, person('team-editor', 'finding')),
  }
}
type World = ReturnType<typeof world>

const recorded = (change: Partial<DecisionBody> = {}, seenVersion = 0) => ({
  seenVersion,
  decision: { ...decided, ...change },
})
const record = ({ admin }: World, name: string, change: Partial<DecisionBody> = {}, seenVersion = 0) =>
  admin.write('writeDecision', { params: { decision: name }, body: recorded(change, seenVersion) })
const sign = ({ admin, coach }: World, name: string, version = 1) =>
  Promise.all(
    [admin, coach].map((who) => who.write('signDecision', { params: { decision: name }, body: { version } })),
  )
const stateOf = async ({ admin }: World, name: string) =>
  (await admin.read('readDecision', {}, { decision: name })).decision.state

test('a decision goes from draft to effect as people sign it', async () => {
  const all = world()
  const { admin, coach } = all
  await record(all, id, { isDraft: true, decision: '', deciders: [] })
  expect(await stateOf(all, id)).toBe('draft')
  await record(all, id, {}, 1)
  expect(await stateOf(all, id)).toBe('in-review')
  await admin.write('signDecision', { params, body: { version: 2 } })
  const half = await admin.read('readDecision', {}, params)
  expect(half.decision).toMatchObject({ state: 'in-review', agreedOn: null })
  expect(half.versions[0]?.signatures).toMatchObject([
    { name: 'A admin', signed: { person: 'admin-1', method: 'oidc', isFitting: true } },
    { name: 'A coach', signed: null },
  ])
  await coach.write('signDecision', { params, body: { version: 2 } })
  const whole = await admin.read('readDecision', {}, params)
  expect(whole.decision).toMatchObject({
    state: 'effective',
    agreedOn: '2026-11-18',
    effect: { state: 'due', on: '2026-11-17', result: null },
  })
  const [latest] = whole.versions
  expect(latest?.signatures.map(({ signed }) => signed?.hash)).toEqual([latest?.hash, latest?.hash])
  expect(whole.audit.map(({ deed, by }) => [deed, by])).toContainEqual(['signed', 'A coach'])
})

test('a change of what was signed is a version that nobody has signed; the other holds until all have', async () => {
  const all = world()
  await record(all, id)
  await sign(all, id)
  await record(all, id, { decision: '40 % of the capacity goes to reliability' }, 1)
  const { decision, versions } = await all.admin.read('readDecision', {}, params)
  expect(decision).toMatchObject({ version: 2, state: 'in-review', standingVersion: 1 })
  expect(versions[0]?.signatures.every(({ signed }) => signed === null)).toBe(true)
  expect(versions[1]?.signatures.every(({ signed }) => signed?.isFitting === true)).toBe(true)
  expect(versions[0]?.hash).not.toBe(versions[1]?.hash)
  await sign(all, id, 2)
  expect((await all.admin.read('readDecision', {}, params)).decision).toMatchObject({
    state: 'effective',
    standingVersion: null,
  })
})

test('a signature counts no more where the content is no longer what was signed', async () => {
  const all = world()
  await record(all, id)
  await sign(all, id)
  const { entries } = all.deps
  const list = async (kind: Parameters<typeof entries.list>[0]) =>
    (await entries.list(kind)).map((entry) =>
      entry.kind === 'decision' ? { ...entry, body: { ...entry.body, decision: 'Something else' } } : entry,
    )
  const history = async (kind: Parameters<typeof entries.history>[0], key: string) =>
    (await entries.history(kind, key)).map((entry) =>
      entry.kind === 'decision' ? { ...entry, body: { ...entry.body, decision: 'Something else' } } : entry,
    )
  const forged = apiClient({ ...all.deps, entries: { ...entries, list, history } })
  const { decision, versions } = await forged.read('readDecision', {}, params)
  expect(decision.state).toBe('in-review')
  expect(versions[0]?.signatures.map(({ signed }) => signed?.isFitting)).toEqual([false, false])
})

test('what supersedes takes the place once all have signed it, and gives it back when it is withdrawn', async () => {
  const all = world()
  await record(all, id)
  await sign(all, id)
  await record(all, 'second', { supersedes: id })
  expect(await stateOf(all, id)).toBe('effective')
  const third = { params: { decision: 'third' }, body: recorded({ supersedes: id }) }
  expect(await all.admin.problem('/api/decisions/third', sending('writeDecision', third.body))).toMatchObject(
    { status: 400, field: 'decision.supersedes', value: id },
  )
  await sign(all, 'second')
  expect(await stateOf(all, id)).toBe('superseded')
  expect(
    await all.admin.problem(`/api/decisions/${id}`, sending('writeDecision', recorded({}, 1))),
  ).toMatchObject({ status: 409, field: 'state', value: 'superseded' })
  await all.admin.write('withdrawDecision', {
    params: { decision: 'second' },
    body: { version: 1, because: 'The sale was put off' },
  })
  expect(await stateOf(all, 'second')).toBe('withdrawn')
  const { versions } = await all.admin.read('readDecision', {}, { decision: 'second' })
  expect(versions[0]?.signatures.every(({ signed }) => signed?.isFitting === true)).toBe(true)
  expect(await stateOf(all, id)).toBe('effective')
})

test('everybody signs for themselves only, what they saw, and once', async () => {
  const all = world()
  await record(all, id)
  const signing = sending('signDecision', { version: 1 })
  const path = `/api/decisions/${id}/signatures`
  expect(await all.viewer.problem(path, signing)).toMatchObject({
    status: 403,
    field: 'decider',
    allowed: ['A admin', 'A coach'],
  })
  expect(await apiClient(all.deps, token('read')).problem(path, signing)).toMatchObject({ field: 'scope' })
  await all.admin.write('signDecision', { params, body: { version: 1 } })
  expect(await all.admin.problem(path, signing)).toMatchObject({ status: 409, field: 'version' })
  await record(all, id, { title: 'Another title' }, 1)
  expect(await all.coach.problem(path, signing)).toMatchObject({
    status: 409,
    field: 'version',
    allowed: ['2'],
    current: { version: 2, body: { title: 'Another title' } },
  })
})

test('people of the team, coaches and admins record, of what is theirs', async () => {
  const all = world()
  const path = `/api/decisions/${id}`
  const sent = sending('writeDecision', recorded())
  expect(await all.viewer.problem(path, sent)).toMatchObject({ status: 403, field: 'role' })
  expect(await all.foreigner.problem(path, sent)).toMatchObject({ status: 403, field: 'role' })
  const nobodys = recorded({ subject: { ...decided.subject, team: null, service: null, deployment: null } })
  expect(await all.editor.problem(path, sending('writeDecision', nobodys))).toMatchObject({ status: 403 })
  await all.editor.write('writeDecision', { params, body: recorded() })
  const taken = recorded({ subject: { ...decided.subject, team: 'finding', service: null } }, 1)
  expect(await all.foreigner.problem(path, sending('writeDecision', taken))).toMatchObject({ status: 403 })
})

test('what cannot be signed is refused by its field', async () => {
  const { admin } = world()
  const refused = (change: Partial<DecisionBody>) =>
    admin.problem(`/api/decisions/${id}`, sending('writeDecision', recorded(change)))
  expect(await refused({ deciders: [] })).toMatchObject({ field: 'decision.deciders' })
  expect(await refused({ decision: ' ' })).toMatchObject({ field: 'decision.decision' })
  expect(await refused({ deviation: '' })).toMatchObject({ field: 'decision.deviation' })
  expect(await refused({ effectCheck: { on: '2026-11-16', hypothesis: 'x' } })).toMatchObject({
    field: 'decision.effectCheck.on',
  })
  expect(await refused({ subject: { ...decided.subject, service: 'crat' } })).toMatchObject({
    field: 'decision.subject.service',
    hint: 'Did you mean cart?',
  })
  expect(await refused({ supersedes: 'nothing' })).toMatchObject({ field: 'decision.supersedes' })
  const [first] = decided.deciders
  expect(await refused({ deciders: first ? [first, first] : [] })).toMatchObject({
    field: 'decision.deciders',
    value: 'A admin',
  })
  const [answer] = decided.answers
  for (const href of ['//elsewhere.example', '/\t/elsewhere.example', '/\\elsewhere.example']) {
    expect(await refused({ answers: answer ? [{ ...answer, href }] : [] })).toMatchObject({
      field: 'decision.answers.0.href',
    })
  }
})

test('the list is chosen, counted, ordered and paged, and says what was to be looked at', async () => {
  const all = world()
  await record(all, 'a', { title: 'B', workflow: null })
  await record(all, 'b', { title: 'A', category: 'budget' })
  await record(all, 'c', { title: 'C', isDraft: true })
  await sign(all, 'a')
  const { admin } = all
  const titles = async (query: Readonly<Record<string, string>>) =>
    (await admin.read('listDecisions', { sort: 'title', ...query })).items.map(({ title }) => title)
  expect(await titles({})).toEqual(['A', 'B', 'C'])
  expect(await titles({ state: 'effective,draft' })).toEqual(['B', 'C'])
  expect(await titles({ workflow: 'none' })).toEqual(['B'])
  expect(await titles({ effect: 'due' })).toEqual(['B'])
  expect(await titles({ decider: 'A coach', category: 'budget' })).toEqual(['A'])
  expect(await titles({ team: 'organization' })).toEqual([])
  expect(await titles({ search: 'cart-12 capacity' })).toEqual(['A', 'B', 'C'])
  const first = await admin.read('listDecisions', { limit: 2, sort: '-title' })
  expect(first.totalCount).toBe(3)
  const rest = await admin.read('listDecisions', { limit: 2, sort: '-title', cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(['C', 'B', 'A'])
  const { states, answer, people } = await admin.read('listDecisions', { category: 'prioritisation' })
  expect(states.filter(({ count }) => count > 0)).toEqual([
    { value: 'draft', count: 1 },
    { value: 'effective', count: 1 },
  ])
  expect(people).toEqual(['A admin', 'A coach'])
  expect(answer).toBe(
    '1 decision is in effect. The effect of one is to be looked at, “B”, since 17 Nov 2026.',
  )
})

test('a decision is about a service by name, by its SLO, and by a contract that rests on it', async () => {
  const all = world()
  const elsewhere = { ...decided.subject, service: null }
  await record(all, 'a', { title: 'A' })
  await record(all, 'b', { title: 'B', subject: { ...elsewhere, slo: 'cart.availability.get-cart' } })
  await record(all, 'c', { title: 'C', subject: elsewhere, contracts: ['shop-opens'] })
  await record(all, 'd', { title: 'D', subject: elsewhere })
  const { items } = await all.admin.read('listDecisions', { service: 'cart', sort: 'title' })
  expect(items.map(({ title }) => title)).toEqual(['A', 'B', 'C'])
})
