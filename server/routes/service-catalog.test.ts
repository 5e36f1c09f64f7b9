import { expect, test } from 'vitest'

import type { ServiceFacts } from '../../src/contract/service-catalog.ts'
import { readCatalog } from '../sources/slo-as-code/read-catalog.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const said: ServiceFacts = {
  keeper: 'Lead of Buying',
  model: 'you-build-you-run',
  modelSince: '2026-01-01',
  class: 'critical-path',
  duties: {
    'on-call-in-hours': 'developers',
    'on-call-out-of-hours': null,
    rollouts: 'developers',
    breaches: 'both',
    policy: null,
    escalations: 'operations',
  },
  promise: '99.9 % of carts can be read',
  note: '',
}

test('aggregates stand above their parts, planned services among them, and nothing is listed twice', async () => {
  const { items, totalCount, answer } = await harbourline.read('listCatalogServices')
  expect(totalCount).toBe(31)
  expect(new Set(items.map(({ slug }) => slug)).size).toBe(31)
  const travel = items.findIndex(({ slug }) => slug === 'travel-sales')
  expect(items.slice(travel, travel + 4).map(({ depth, slug }) => `${depth} ${slug}`)).toEqual([
    '0 travel-sales',
    '1 checkout',
    '2 booking-api',
    '2 cart',
  ])
  expect(items.find(({ slug }) => slug === 'loyalty')).toMatchObject({
    stage: 'planned',
    liveFrom: '2027-02-01',
    budgets: null,
    sloCount: 0,
  })
  expect(answer).toContain('31 services, among them 2 planned and 5 made of others.')
})

test('an aggregate counts the series of its parts and is no better than the worst of them', async () => {
  const { read } = harbourline
  const { items } = await read('listCatalogServices')
  const of = (slug: string) => items.find((row) => row.slug === slug)
  const whole = await read('readCatalogService', {}, { service: 'sign-in' })
  const parts = whole.parts.map(({ slug }) => of(slug)?.budgets)
  const sum = (name: 'seriesCount' | 'burningCount') =>
    parts.reduce((all, part) => all + (part?.[name] ?? 0), 0)
  expect(whole.service.budgets).toMatchObject({
    seriesCount: sum('seriesCount'),
    burningCount: sum('burningCount'),
  })
  expect(parts.map((part) => part?.worstState)).toContain(whole.service.budgets?.worstState)
  expect(whole.slos.length).toBe(whole.service.sloCount)
  const budgets = await read('listBudgets', { service: 'login,sessions', stage: 'production' })
  expect(whole.service.budgets?.seriesCount).toBe(budgets.totalCount)
})

test('the history of an aggregate is the sum of its parts to the digit', async () => {
  const { read } = harbourline
  const detail = (service: string) => read('readCatalogService', {}, { service })
  const [whole, login, sessions] = await Promise.all([detail('sign-in'), detail('login'), detail('sessions')])
  expect(whole.history).toHaveLength(14)
  for (const [at, { within, broke, silent }] of whole.history.entries()) {
    const [a, b] = [login.history[at], sessions.history[at]]
    expect([within, broke, silent]).toEqual([
      (a?.within ?? 0) + (b?.within ?? 0),
      (a?.broke ?? 0) + (b?.broke ?? 0),
      (a?.silent ?? 0) + (b?.silent ?? 0),
    ])
  }
  const kept = await read('listKeptOverview', { service: 'login', window: 'current-year' })
  const periods = new Map(kept.periods.map(({ id }, at) => [id, kept.items[0]?.cells[at]]))
  for (const { period, within, broke } of login.history.filter((one) => periods.has(one.period.id)))
    expect(periods.get(period.id)).toMatchObject({ within, broke })
})

test('coverage agrees with what each service lacks, as a whole and by team', async () => {
  const { items, coverage, teams } = await harbourline.read('listCatalogServices')
  for (const { attribute, known, expected } of coverage) {
    const lacking = items.filter(({ missing }) => missing.includes(attribute)).length
    expect(expected - known).toBe(lacking)
    const ofTeams = teams.flatMap((team) => team.coverage.filter((one) => one.attribute === attribute))
    expect(ofTeams.reduce((sum, one) => sum + one.known, 0)).toBe(known)
  }
  const fleet = teams.find(({ team }) => team === 'fleet')
  expect(fleet?.coverage.find(({ attribute }) => attribute === 'on-call')).toMatchObject({ known: 0 })
})

test('filters and sorts in the backend, and keeps what holds a service as its context', async () => {
  const { read, refused } = harbourline
  const stale = await read('listCatalogServices', { stale: 'only', sort: 'name' })
  expect(stale.items.map(({ slug }) => slug)).toEqual(['mail-out', 'push', 'sms-relay', 'travel-sales'])
  expect(stale.items[0]?.confirmed).toMatchObject({ months: 8, by: 'Messaging, developer', isStale: true })
  const pricing = await read('listCatalogServices', { search: 'pricing' })
  expect(pricing.items.map(({ slug, isContext }) => [slug, isContext])).toEqual([
    ['travel-sales', true],
    ['find-a-trip', true],
    ['pricing', false],
  ])
  expect(pricing.totalCount).toBe(3)
  const ownerless = await read('listCatalogServices', { missing: 'hosting,model', team: 'fleet' })
  expect(ownerless.totalCount).toBe(4)
  expect(await refused('listCatalogServices', { team: 'flet' })).toMatchObject({ field: 'team' })
  expect(await refused('readCatalogService', {}, { service: 'sign-on' })).toMatchObject({
    hint: 'Did you mean sign-in?',
  })
})

test('every page of the list leads to the next, by place as by a column', async () => {
  const { read } = harbourline
  for (const sort of ['place', '-missing']) {
    const all = await read('listCatalogServices', { sort })
    const first = await read('listCatalogServices', { sort, limit: '20' })
    const second = await read('listCatalogServices', { sort, limit: '20', cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toEqual(all.items)
    expect(second.nextCursor).toBeNull()
  }
})

test('what people enter is versioned, and who was too late is told what stands there', async () => {
  const { api, read, write, problem } = apiClient(tinyOrganization(), person('team-editor', 'buying'))
  const request = { params: { service: 'cart' }, body: { seenVersion: 0, facts: said } }
  await write('writeServiceFacts', request)
  const { facts, version, service } = await read('readCatalogService', {}, { service: 'cart' })
  expect(facts).toEqual(request.body.facts)
  expect(version).toBe(1)
  expect(service.confirmed).toMatchObject({ months: 0, isStale: false })
  expect(
    await problem('/api/catalog/services/cart/facts', sending('writeServiceFacts', request.body)),
  ).toMatchObject({
    status: 409,
    current: { version: 1 },
  })
  const audit = await api.request('/api/entries?kind=service-facts')
  expect(audit.status).toBe(200)
  const future = { ...request.body, seenVersion: 1, facts: { ...facts, modelSince: '2030-01-01' } }
  expect(
    await problem('/api/catalog/services/cart/facts', sending('writeServiceFacts', future)),
  ).toMatchObject({
    field: 'facts.modelSince',
    value: '2030-01-01',
  })
})

test('the document of a service is read again as the service it says', async () => {
  const { read } = harbourline
  const { items } = await read('listCatalogServices')
  const documents = await Promise.all(
    items.map(async ({ slug }) => (await read('readCatalogService', {}, { service: slug })).document.text),
  )
  const deployments = ['prod-eu', 'prod-us', 'prod-jp', 'staging'].map(
    (name) =>
      `apiVersion: sre-indicators/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {kind: ${name === 'staging' ? 'staging' : 'production'}}\n`,
  )
  const { catalog, mistakes } = readCatalog([
    { name: 'all.yaml', text: [...deployments, ...documents].join('---\n') },
  ])
  expect(mistakes).toEqual([])
  const again = catalog.services.find(({ slug }) => slug === 'ledger')
  expect(again).toMatchObject({
    name: 'Ledger',
    team: 'payments',
    facts: { plannedDeployments: ['prod-au'], produces: ['Entries'], dependencies: [] },
  })
  expect(catalog.services).toHaveLength(31)
})
