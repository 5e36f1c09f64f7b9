import type { Release } from '../../src/contract/catalog.ts'
import type { Situation } from '../../src/contract/on-call.ts'
import {
  burnCause,
  CAUSE_LOOKBACK_HOURS,
  type BurnCause,
  type SeenRelease,
} from '../../src/domain/burn-cause.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { BudgetIndex } from '../budgets/budget-index.ts'
import type { Member } from '../budgets/series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { instantOf } from '../instant.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps, LinkTemplates } from '../ports.ts'
import { dependencyStates, type DependencyState } from './dependency-states.ts'
import { filled, filledLinks, incidentUrl } from './links.ts'
import { callees, callers } from './neighbours.ts'
import { readLastDay } from './last-day.ts'
import { readBurns, type BurnHistory } from './ongoing-burn.ts'
import { readSilence } from './silence.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
const MOST_INCIDENTS = 20
const noTemplates: LinkTemplates = { links: [], incident: null }

type Asked = Readonly<{ deps: ApiDeps; index: CatalogIndex; budgets: BudgetIndex; moment: Moment }>

export async function readSituation(
  member: Member,
  { deps, index, budgets, moment }: Asked,
): Promise<Situation> {
  const { slo, deployment } = member
  const { nowHour } = moment
  const called = callees(index, slo.service)
  const around = { deps, index, budgets, moment, deployment }
  const [burns, calls, calledBy] = await Promise.all([
    readBurns(deps, member, moment),
    dependencyStates(called, 'calls', around),
    dependencyStates(callers(index, slo.service), 'called-by', around),
  ])
  const { ongoing } = burns
  const fromHour = Math.min(ongoing?.startHour ?? nowHour, nowHour) - DAY_HOURS
  const [releases, { items: incidents }, silence, lastDay] = await Promise.all([
    deps.releases.list({
      services: [slo.service, ...called.map(({ slug }) => slug)],
      fromHour,
      toHour: nowHour + 1,
    }),
    deps.records.incidents(
      { services: [slo.service], deployments: [deployment], isOpen: true },
      { after: null, limit: MOST_INCIDENTS },
    ),
    readSilence(deps, member, moment),
    readLastDay(deps, member, moment),
  ])
  const here = releases.filter((release) => release.deployment === deployment)
  const cause =
    ongoing &&
    burnCause({
      service: slo.service,
      startHour: ongoing.startHour,
      releases: here.map(seen),
      dependencies: calls.map(({ service, sinceHour }) => ({ service, burnsSince: sinceHour })),
    })
  const suspect = cause?.kind === 'release' ? cause.release : null
  const quiet =
    suspect === null ? [] : await quietElsewhere(member, suspect.version, releases, { deps, moment })
  const templates = deps.links ?? noTemplates
  return {
    burn: ongoing &&
      cause && {
        since: isoFromHour(ongoing.startHour),
        badShare: ongoing.badShare,
        cause: causeOnWire(cause),
      },
    lookbackHours: CAUSE_LOOKBACK_HOURS,
    quietElsewhere: quiet.map(({ deployment: name, at }) => ({ deployment: name, since: at })),
    lastDay,
    changes: changesOf(releases, { member, cause, quiet, nowHour }),
    dependencies: [...calls.toSorted(byTrouble), ...calledBy.toSorted(byTrouble)].map(
      ({ sinceHour: _sinceHour, ...state }) => state,
    ),
    incidents: incidents.map(({ id, title, createdAt, priority, url }) => ({
      id,
      title: title ?? null,
      createdAt,
      priority: priority ?? null,
      url: url ?? incidentUrl(id, templates),
    })),
    runbook: runbookOf(member),
    links: filledLinks(member, templates),
    silence,
  }
}

function seen({ service, version, at }: Release): SeenRelease {
  return { service, version, at: Date.parse(at) / HOUR_MS }
}

function causeOnWire(cause: BurnCause): NonNullable<Situation['burn']>['cause'] {
  const release = (one: SeenRelease) => ({ ...one, at: instantOf(Math.round(one.at * HOUR_MS)) })
  switch (cause.kind) {
    case 'release':
    case 'dependency-release':
      return { kind: cause.kind, release: release(cause.release) }
    case 'dependency':
      return {
        kind: cause.kind,
        service: cause.service,
        since: isoFromHour(cause.since),
        release: cause.release && release(cause.release),
      }
    case 'none':
      return { kind: 'none' }
  }
}

/** Other deployments of this SLO where the same version came last and nothing has burned since. */
async function quietElsewhere(
  { slo, deployment }: Member,
  version: string,
  releases: readonly Release[],
  { deps, moment }: Pick<Asked, 'deps' | 'moment'>,
): Promise<readonly Release[]> {
  const others = slo.deployments
    .filter((other) => other !== deployment)
    .flatMap((other) => {
      // Newest first, as the store gives them.
      const [newest] = releases.filter((one) => one.service === slo.service && one.deployment === other)
      return newest?.version === version ? [newest] : []
    })
  const burns = await Promise.all(
    others.map((release) => readBurns(deps, { slo, deployment: release.deployment }, moment)),
  )
  return others.filter((release, place) => isQuietSince(burns[place], Date.parse(release.at) / HOUR_MS))
}

function isQuietSince(burns: BurnHistory | undefined, at: number): boolean {
  return burns !== undefined && burns.episodes.every(({ endHour }) => endHour <= at)
}

type Told = Readonly<{
  member: Member
  cause: BurnCause | null
  quiet: readonly Release[]
  nowHour: Hour
}>

/** The own service wherever it runs, what it calls where this budget is. */
function changesOf(
  releases: readonly Release[],
  { member: { slo, deployment }, cause, quiet, nowHour }: Told,
): Situation['changes'] {
  const suspect = cause === null || cause.kind === 'none' ? null : cause.release
  const quietIds = new Set(quiet.map(({ id }) => id))
  return releases
    .filter(({ at }) => Date.parse(at) / HOUR_MS >= nowHour - DAY_HOURS)
    .filter((one) =>
      one.service === slo.service ? slo.deployments.includes(one.deployment) : one.deployment === deployment,
    )
    .map(({ id, service, deployment: place, version, at }) => ({
      service,
      deployment: place,
      version,
      at,
      relation: service === slo.service ? 'own' : 'calls',
      isSuspect: place === deployment && service === suspect?.service && version === suspect.version,
      isQuiet: quietIds.has(id),
    }))
}

const severity = ['exhausted', 'at-risk', 'no-data', 'no-budget', 'no-traffic', 'healthy']

/** What burns, then what stands worst, else as near as they were. */
function byTrouble(a: DependencyState, b: DependencyState): number {
  return (
    Number(b.burning !== null) - Number(a.burning !== null) ||
    severity.indexOf(a.state ?? 'healthy') - severity.indexOf(b.state ?? 'healthy')
  )
}

function runbookOf({ slo, deployment }: Member): Situation['runbook'] {
  if (slo.runbook === undefined) return null
  const values = { service: slo.service, deployment }
  return {
    url: slo.runbook.url,
    firstMoves: slo.runbook.firstMoves.map((move) => filled(move, values)),
  }
}
