import type { SetSla, TeamTighteningOnWire } from '../../src/contract/set-sla.ts'
import {
  describeKeptStep,
  describeLeftStep,
  describePenalties,
  describeRecoveryStep,
  describeTightening,
  tighteningRule,
} from '../../src/domain/describe-sla-tightening.ts'
import { downtimeMinutes, recoveryTrend } from '../../src/domain/incident-trend.ts'
import type { Period } from '../../src/domain/period.ts'
import { slaLeeway } from '../../src/domain/sla.ts'
import {
  defendedTogether,
  penaltyAdvice,
  teamTightening,
  tighteningLeaning,
  type TeamTightening,
} from '../../src/domain/sla-tightening.ts'
import { instantsOfAll } from '../indicators/table-periods.ts'
import { chosenByFacets } from '../indicators/facets.ts'
import { isCreatedIn, trendOnWire, type IncidentEntry } from '../indicators/incident-table.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { slaAdherenceEntries, type SlaAdherenceEntry } from '../slas/sla-adherence.ts'
import type { SlaRow } from '../slas/sla-rows.ts'
import type { Moment } from '../moment.ts'

type Evidence = Readonly<{
  rows: readonly SlaRow[]
  incidents: readonly IncidentEntry[]
  /** Those of the window, the open one too: recovery is looked at in all of it. */
  periods: readonly Period[]
  closed: readonly Period[]
  deployment: string | undefined
  index: CatalogIndex
  moment: Moment
  nowMs: number
}>

type TeamOnSla = Readonly<{ wire: TeamTighteningOnWire; tightening: TeamTightening }>

type EndpointEntry = SlaAdherenceEntry & Readonly<{ row: Extract<SlaRow, { type: 'endpoint-level' }> }>

/** Each team that carries a part of a contract in view, by the three steps. */
export function teamsOnSla(evidence: Evidence): readonly TeamOnSla[] {
  const { rows, closed, moment, index } = evidence
  const carrying = slaAdherenceEntries(rows, closed, moment).filter(isContracted)
  const byTeam = Map.groupBy(carrying, ({ row }) => row.over.sla.slo.team)
  return index.catalog.teams.flatMap(({ slug, name }) => {
    const own = byTeam.get(slug)
    return own === undefined ? [] : [teamOnSla({ slug, name }, own, evidence)]
  })
}

function isContracted(entry: SlaAdherenceEntry): entry is EndpointEntry {
  const { row } = entry
  return row.type === 'endpoint-level' && row.subject.contracts.length > 0
}

function teamOnSla(
  { slug, name }: Readonly<{ slug: string; name: string }>,
  own: readonly EndpointEntry[],
  { incidents, periods, closed, deployment, index, nowMs }: Evidence,
): TeamOnSla {
  const isOwn = chosenByFacets({ team: slug, deployment }, index)
  const chosen = incidents.filter(({ places }) => places.some(isOwn))
  const trend = recoveryTrend(chosen.filter(isCreatedIn(periods)).map(({ incident }) => incident))
  const ofPeriods = closed.map((_, at) => {
    const cells = own.flatMap(({ wire }) => wire.cells[at] ?? [])
    const left = cells.map(({ remaining }) => remaining).filter((one) => one !== null)
    return {
      adherence: defendedTogether(cells.map(({ adherence }) => adherence)),
      leastLeft: left.length === 0 ? null : Math.min(...left),
    }
  })
  const tightening = teamTightening({
    trend: trend.line?.direction ?? null,
    isFirmlyDeclining: trend.line?.isFirmlyDeclining ?? false,
    adherence: ofPeriods.map(({ adherence }) => adherence),
    remaining: ofPeriods.map(({ leastLeft }) => leastLeft),
  })
  const { recovery, kept, left, ...figures } = tightening
  const wire = {
    slug,
    name,
    contracts: namedOnce(own.flatMap(({ row }) => row.subject.contracts)),
    recovery: {
      ...trendOnWire(trend),
      openCount: chosen.filter(({ incident }) => incident.resolvedMs === null).length,
      downtimeMinutes: downtimeMinutes(
        chosen.map(({ incident }) => incident),
        instantsOfAll(periods),
        nowMs,
      ),
    },
    slas: own.map((entry) => teamSlaOnWire(entry)),
    periods: ofPeriods,
    ...figures,
    steps: { recovery, kept, left },
    says: {
      recovery: describeRecoveryStep(trend),
      kept: describeKeptStep(tightening),
      left: describeLeftStep(tightening),
    },
  }
  return { wire, tightening }
}

function namedOnce<Named extends Readonly<{ slug: string }>>(named: readonly Named[]): Named[] {
  return [...new Map(named.map((one) => [one.slug, one])).values()]
}

function teamSlaOnWire({ row, wire }: EndpointEntry): TeamTighteningOnWire['slas'][number] {
  const { sla, budgets } = row.over
  const total = budgets.at(wire.cells.length - 1)?.total ?? 0
  const { share, badEvents } = slaLeeway(sla.slo.target, sla.slaTarget, total)
  return {
    id: sla.slo.id,
    name: wire.name,
    service: sla.slo.service,
    deployment: wire.deployment,
    target: sla.slaTarget,
    sloTarget: sla.slo.target,
    leeway: share,
    leewayEvents: total === 0 ? null : badEvents,
    cells: wire.cells.map(({ adherence, remaining }) => ({ adherence, remaining })),
  }
}

export function tighteningOutcome(teams: readonly TeamOnSla[]): SetSla['outcome'] {
  const all = teams.map(({ wire, tightening }) => ({ name: wire.name, tightening }))
  const leansTo = tighteningLeaning(all.map(({ tightening }) => tightening))
  const penalties = penaltyAdvice(all.map(({ tightening }) => tightening))
  return {
    leansTo,
    leaning: describeTightening(leansTo, all),
    rule: tighteningRule,
    penalties,
    penaltyWords: describePenalties(penalties),
  }
}
