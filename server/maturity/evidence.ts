import type { MaturityEvidence, MaturityEvidenceKind } from '../../src/contract/maturity.ts'
import { HOURS_PER_WEEK } from '../../src/domain/hours.ts'
import { weekCoverage } from '../../src/domain/on-call-coverage.ts'
import { breachEntries } from '../breaches/breach-entries.ts'
import { readEntered } from '../breaches/entered.ts'
import { listedSeries } from '../budgets/listed-series.ts'
import { isInForce } from '../../src/domain/policy.ts'
import type { ApiContext } from '../context.ts'
import { rotationEntries } from '../indicators/rotation-table.ts'
import type { Moment } from '../moment.ts'
import { enactmentsIn } from '../policies/enactments.ts'
import { policySource } from '../policies/policy-source.ts'

export const EVIDENCE_DAYS = 28
const EVIDENCE_HOURS = EVIDENCE_DAYS * 24

/** Where each figure says something; whoever assesses decides what. */
const aspectsOf: Readonly<Record<MaturityEvidenceKind, readonly string[]>> = {
  'services-with-owner': ['structure'],
  'services-with-slo': ['alignment', 'decisions'],
  'services-on-call': ['on-call', 'developers', 'operations-engineers'],
  'services-always-covered': ['on-call', 'incident-response'],
  'breaches-alerted': ['monitoring'],
  'breaches-reviewed': ['failure', 'product-owners'],
  'slos-as-code': ['alignment', 'compliance'],
  'services-released': ['release', 'deployment'],
  'services-under-policy': ['alignment', 'prioritization'],
  'enactments-acknowledged': ['prioritization', 'decisions'],
}

type Count = Readonly<{ kind: MaturityEvidenceKind; count: number; of: number }>

/** What the product knows by itself about production; of a team's services where one is asked for. */
export async function maturityEvidence(
  team: string | null,
  context: ApiContext,
  moment: Moment,
): Promise<MaturityEvidence[]> {
  const counts = await Promise.all([
    catalogCounts(team, context),
    onCallCounts(team, context, moment),
    breachCounts(team, context, moment),
    releaseCounts(team, context, moment),
    policyCounts(team, context, moment),
  ])
  return counts.flat().map(({ kind, count, of }) => ({ kind, count, of, aspects: [...aspectsOf[kind]] }))
}

function servicesOf(team: string | null, { index }: ApiContext) {
  return index.catalog.services.filter((service) => team === null || service.team === team)
}

function productionOf({ index }: ApiContext): ReadonlySet<string> {
  const production = index.catalog.deployments.filter(({ kind }) => kind === 'production')
  return new Set(production.map(({ slug }) => slug))
}

async function catalogCounts(team: string | null, context: ApiContext): Promise<readonly Count[]> {
  const services = servicesOf(team, context)
  const { teams, catalog } = context.index
  const slos = catalog.slos.filter((slo) => team === null || slo.team === team)
  const withSlo = new Set(slos.map(({ service }) => service))
  return [
    {
      kind: 'services-with-owner',
      count: services.filter((service) => teams.has(service.team)).length,
      of: services.length,
    },
    {
      kind: 'services-with-slo',
      count: services.filter(({ slug }) => withSlo.has(slug)).length,
      of: services.length,
    },
    {
      kind: 'slos-as-code',
      count: slos.filter(({ source }) => source !== undefined).length,
      of: slos.length,
    },
  ]
}

/** A service is on call where a rotation covers it in production, and always where no hour of the week is left. */
async function onCallCounts(
  team: string | null,
  context: ApiContext,
  { nowHour }: Moment,
): Promise<readonly Count[]> {
  const { deps, index } = context
  const production = productionOf(context)
  const services = servicesOf(team, context)
  const range = { fromHour: nowHour, toHour: nowHour + 1 }
  const rotations = (await rotationEntries(deps.records, range, nowHour, index)).filter(
    ({ isInForce, record }) => isInForce && record.deployments.some((name) => production.has(name)),
  )
  const covered = services.map(({ slug }) => {
    const own = rotations.filter(({ record }) => record.services.includes(slug))
    return weekCoverage(own.map(({ shifts }) => shifts)).coveredHours
  })
  const of = services.length
  return [
    { kind: 'services-on-call', count: covered.filter((hours) => hours > 0).length, of },
    {
      kind: 'services-always-covered',
      count: covered.filter((hours) => hours >= HOURS_PER_WEEK).length,
      of,
    },
  ]
}

async function breachCounts(
  team: string | null,
  context: ApiContext,
  moment: Moment,
): Promise<readonly Count[]> {
  const { deps, index, book, breaches } = context
  const listed = listedSeries(index, (member) => book.measurementsId(member)).filter(
    ({ member, isProduction }) => isProduction && (team === null || member.slo.team === team),
  )
  const entered = await readEntered(deps.entries, index)
  const window = { fromHour: moment.nowHour - EVIDENCE_HOURS, toHour: moment.nowHour }
  const found = await breachEntries({ deps, breaches, entered, moment }, listed, window)
  const of = found.length
  return [
    {
      kind: 'breaches-alerted',
      count: found.filter(({ breach }) => breach.alertCount > 0 && breach.ruleIds.length > 0).length,
      of,
    },
    { kind: 'breaches-reviewed', count: found.filter(({ review }) => review !== null).length, of },
  ]
}

/** Of public policies and those kept to the team alike: counts give away nothing of what they say. */
async function policyCounts(
  team: string | null,
  context: ApiContext,
  { nowHour }: Moment,
): Promise<readonly Count[]> {
  const { policies, source } = await policySource(context)
  const own = policies.filter(
    ({ policy }) => (team === null || policy.team === team) && isInForce(policy, nowHour),
  )
  const services = servicesOf(team, context)
  const bound = new Set(own.flatMap(({ policy }) => policy.services))
  const window = { fromHour: nowHour - EVIDENCE_HOURS, toHour: nowHour }
  const met = await enactmentsIn(
    source,
    own.flatMap(({ clauses }) => clauses),
    window,
  )
  return [
    {
      kind: 'services-under-policy',
      count: services.filter(({ slug }) => bound.has(slug)).length,
      of: services.length,
    },
    {
      kind: 'enactments-acknowledged',
      count: met.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
      of: met.length,
    },
  ]
}

async function releaseCounts(
  team: string | null,
  context: ApiContext,
  { nowHour }: Moment,
): Promise<readonly Count[]> {
  const services = servicesOf(team, context)
  const releases = await context.deps.releases.list({
    services: services.map(({ slug }) => slug),
    deployments: [...productionOf(context)],
    fromHour: nowHour - EVIDENCE_HOURS,
    toHour: nowHour,
  })
  const released = new Set(releases.map(({ service }) => service))
  return [
    {
      kind: 'services-released',
      count: services.filter(({ slug }) => released.has(slug)).length,
      of: services.length,
    },
  ]
}
