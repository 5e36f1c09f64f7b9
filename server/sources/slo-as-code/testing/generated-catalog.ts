import * as fc from 'fast-check'

import { contractsOf } from './generated-contracts.ts'
import { slug, someOf, text } from './generated-names.ts'
import { withFacts } from './generated-service-facts.ts'
import { policiesOf, rotationsOf } from './generated-team-documents.ts'
import type {
  AgreedWindow,
  BudgetingMethod,
  CodedDataSource,
  CodedService,
  CodedSlo,
  Measurement,
  Query,
  SloCatalog,
} from '../slo-catalog.ts'

const share = fc.integer({ min: 1, max: 999_999_999 }).map((ppb) => ppb / 1e9)

const promql = fc
  .oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('sum(a{b=~"c|d"})', 'rate(x[{{.window}}])', 'a\n  / b'),
  )
  .map((query) => query.replaceAll(/\{\{\s*\.\w+\s*\}\}/g, (found) => found.replaceAll(/\s/g, '')).trim())
  .filter((query) => query !== '' && !/\ble\s*=/.test(query))

const readingOf = (query: string, isCounter: boolean): Query['reading'] => {
  if (query.includes('{{.window}}')) return /\bi?rate\s*\(/.test(query) ? 'per-second' : 'events'
  return isCounter ? 'running-count' : 'sample'
}

function measurements(sources: readonly string[]): fc.Arbitrary<Measurement> {
  const source = fc.constantFrom(null, ...sources)
  const query = (isCounter: boolean) =>
    fc
      .tuple(promql, source)
      .map(([one, from]): Query => ({ promql: one, reading: readingOf(one, isCounter), source: from }))
  const pair = fc.boolean().chain((isCounter) => fc.tuple(query(isCounter), query(isCounter)))
  return fc.oneof(
    pair.map(([good, total]): Measurement => ({ kind: 'good-total', good, total })),
    pair.map(([bad, total]): Measurement => ({ kind: 'bad-total', bad, total })),
    fc.record({ kind: fc.constant('ratio'), ratio: query(false), of: fc.constantFrom('good', 'bad') }),
    fc.record({
      kind: fc.constant('threshold'),
      metric: query(false),
      operator: fc.constantFrom('lt', 'lte', 'gt', 'gte'),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    }),
  )
}

const agreedWindow: fc.Arbitrary<AgreedWindow | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('rolling'), duration: fc.constantFrom('28d', '4w', '90d') }),
  fc.record({
    kind: fc.constant('calendar'),
    duration: fc.constantFrom('1M', '1Q', '1Y'),
    startTime: fc.constantFrom('2026-01-01 00:00:00', '2026-01-01'),
    timeZone: fc.constantFrom('UTC', 'Asia/Tokyo'),
  }),
)

const method: fc.Arbitrary<BudgetingMethod> = fc.oneof(
  fc.record({ kind: fc.constant('occurrences') }),
  fc.record({
    kind: fc.constant('timeslices'),
    sliceMinutes: fc.integer({ min: 1, max: 10_080 }),
    sliceTarget: share,
  }),
  fc.record({ kind: fc.constant('ratio-timeslices'), sliceMinutes: fc.integer({ min: 1, max: 10_080 }) }),
)

const move = fc
  .string({ maxLength: 30 })
  .map((words) => words.replaceAll(/\s+/g, ' ').trim())
  .filter((words) => words !== '')
const runbook: fc.Arbitrary<CodedSlo['runbook']> = fc
  .record({
    url: fc.constantFrom(null, 'https://runbooks.example/a', 'http://10.0.0.1/b?c=d#e'),
    firstMoves: fc.array(move, { maxLength: 3 }),
  })
  .map((one) => (one.url === null && one.firstMoves.length === 0 ? null : one))

const endpoint = fc.oneof(fc.constant(null), fc.constantFrom('GET /a', 'POST /a/{id}', 'settlement file'))

const named = fc.record({ slug, name: text })
const bySlug = <Item extends Readonly<{ slug: string }>>(items: readonly Item[]) =>
  items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
const uniquely = { selector: ({ slug: one }: Readonly<{ slug: string }>) => one }

const periodScheme: fc.Arbitrary<SloCatalog['periodScheme']> = fc.oneof(
  fc.record({ kind: fc.constantFrom('four-weeks', 'calendar-month', 'calendar-quarter') }),
  fc.record({
    kind: fc.constant('days'),
    days: fc.integer({ min: 1, max: 366 }),
    anchorHour: fc.integer({ min: 0, max: 900_000 }),
  }),
)

const deployment: fc.Arbitrary<SloCatalog['deployments'][number]> = fc.record({
  slug,
  name: text,
  kind: fc.constantFrom('production', 'staging'),
  region: text,
})

const dataSource: fc.Arbitrary<CodedDataSource> = fc.record({
  slug,
  name: text,
  description: text,
  type: fc.constantFrom('Prometheus', 'mimir'),
  connectionDetails: fc.oneof(
    fc.constant(null),
    fc.record({ url: text, ports: fc.array(fc.nat(), { maxLength: 2 }) }),
  ),
})

const base = fc.record({
  organization: named,
  periodScheme,
  teams: fc.uniqueArray(named, { ...uniquely, minLength: 1, maxLength: 3 }),
  deployments: fc.uniqueArray(deployment, { ...uniquely, minLength: 1, maxLength: 3 }),
  dataSources: fc.uniqueArray(dataSource, { ...uniquely, maxLength: 2 }),
})

type Base = typeof base extends fc.Arbitrary<infer Value> ? Value : never

function servicesOf({ teams, deployments }: Base): fc.Arbitrary<readonly CodedService[]> {
  const service: fc.Arbitrary<CodedService> = fc.record({
    slug,
    name: text,
    team: fc.constantFrom(...teams.map((team) => team.slug)),
    description: text,
    deployments: someOf(deployments.map((one) => one.slug)),
    facts: fc.constant(null),
  })
  return fc
    .uniqueArray(service, { ...uniquely, minLength: 1, maxLength: 3 })
    .chain((services) => withFacts(services))
}

function slosOf(
  { deployments, dataSources }: Base,
  services: readonly CodedService[],
): fc.Arbitrary<readonly CodedSlo[]> {
  const slo = fc
    .record({
      slug,
      service: fc.constantFrom(...services.map((service) => service.slug)),
      sli: fc.constantFrom('availability', 'latency', 'dead-letters'),
      name: text,
      description: text,
      endpoint,
      target: share,
      thresholdMs: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 60_000 })),
      priority: fc.constantFrom(null, 1, 2, 3, 4, 5),
      runbook,
      window: agreedWindow,
      method,
      deployments: someOf(deployments.map((one) => one.slug)),
      measurement: measurements(dataSources.map((source) => source.slug)),
      isInContract: fc.boolean(),
      flavor: fc.constant('explicit' as const),
    })
    .map(({ isInContract, ...rest }): CodedSlo => ({
      ...rest,
      id: `${rest.service}.${rest.sli}.${rest.slug}`,
      slaTarget: isInContract && rest.target > 2e-9 ? Math.floor(rest.target * 5e8) / 1e9 : null,
    }))
  return fc.uniqueArray(slo, { selector: ({ id }) => id, maxLength: 4 })
}

/** Catalogs as reading makes them: sorted, and referring only to what is there. */
export const sloCatalog: fc.Arbitrary<SloCatalog> = base.chain((parts) =>
  servicesOf(parts).chain((services) => {
    const owners = { ...parts, services }
    const lists = fc.tuple(slosOf(parts, services), policiesOf(owners), rotationsOf(owners))
    const withContracts = lists.chain(([slos, ...rest]) =>
      contractsOf(slos).map((contracts) => [slos, ...rest, contracts] as const),
    )
    return withContracts.map(([slos, policies, rotations, contracts]) => ({
      ...parts,
      teams: bySlug(parts.teams),
      deployments: bySlug(parts.deployments),
      dataSources: bySlug(parts.dataSources),
      services: bySlug(services),
      defaultSlos: [],
      slos: slos.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      contracts: bySlug(contracts),
      policies: bySlug(policies),
      rotations: bySlug(rotations),
    }))
  }),
)
