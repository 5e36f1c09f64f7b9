import type { CapacityTeamOnWire } from '../../src/contract/sre-capacity.ts'
import {
  capacitySigns,
  signCount,
  VERY_LOW_ADHERENCE,
  type CapacitySigns,
} from '../../src/domain/capacity-need.ts'
import {
  describeManning,
  describeRecoverySign,
  describeTeamAdherence,
  describeTicketSign,
} from '../../src/domain/describe-capacity.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { recoveryTrend } from '../../src/domain/incident-trend.ts'
import { singlePersonRotations } from '../../src/domain/on-call-staffing.ts'
import type { Period } from '../../src/domain/period.ts'
import { placeOf } from '../budgets/listed-series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiContext } from '../context.ts'
import { adherenceEntries, type AdherenceEntry } from '../indicators/adherence-table.ts'
import { coverageFacts, type CoverageFacts } from '../indicators/coverage-facts.ts'
import { chosenByFacets } from '../indicators/facets.ts'
import {
  incidentEntries,
  isCreatedIn,
  trendOnWire,
  type IncidentEntry,
} from '../indicators/incident-table.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import {
  rotationEntries,
  serviceCovers,
  teamsOnCall,
  type RotationEntry,
} from '../indicators/rotation-table.ts'
import { placedServices, ticketEntries, ticketsOf, ticketTotals } from '../indicators/ticket-table.ts'
import type { Moment } from '../moment.ts'

type Choice = Readonly<{ team?: string | undefined; deployment?: string | undefined }>
type Source = Pick<ApiContext, 'deps' | 'index' | 'budgetIndexes' | 'clockHour'> &
  Readonly<{ moment: Moment }>
type Tickets = Awaited<ReturnType<typeof ticketsOf>>

/** All that the signs are seen in, read once for every team. */
type Evidence = Readonly<{
  series: readonly AdherenceEntry[]
  rotations: readonly RotationEntry[]
  tickets: Tickets
  incidents: readonly IncidentEntry[]
  factsOf: (service: string) => CoverageFacts
  periods: readonly Period[]
  /** The hour whose on-call is looked at. */
  at: Hour
  deployment: string | undefined
  index: CatalogIndex
  moment: Moment
}>

type TeamInNeed = Readonly<{ wire: CapacityTeamOnWire; signs: CapacitySigns }>

/** Most signs first, then by name. */
export async function teamsInNeed(
  chosen: Choice,
  periods: readonly Period[],
  source: Source,
): Promise<readonly TeamInNeed[]> {
  const { deps, index, moment, clockHour } = source
  const isChosen = chosenByFacets(chosen, index)
  const services = placedServices(index).filter(isChosen)
  const [over, rotations, tickets, incidents, factsOf] = await Promise.all([
    seriesOverPeriods(source, periods, (series) => isChosen(placeOf(series))),
    rotationEntries(deps.records, { fromHour: clockHour, toHour: clockHour + 1 }, clockHour, index),
    ticketsOf(deps.records, periods, chosen, index),
    incidentEntries(deps.records, periods, index, moment),
    coverageFacts(deps.releases, index, [...new Set(services.map(({ service }) => service))], clockHour),
  ])
  const series = adherenceEntries(over, periods, moment)
  const evidence = {
    series,
    rotations: rotations.filter(({ isInForce }) => isInForce),
    tickets,
    incidents,
    factsOf,
    periods,
    at: clockHour,
    deployment: chosen.deployment,
    index,
    moment,
  }
  const withServices = new Set(services.map(({ team }) => team))
  return index.catalog.teams
    .filter(({ slug }) => withServices.has(slug))
    .map((team) => teamInNeed(team, evidence))
    .toSorted((a, b) => b.wire.seenCount - a.wire.seenCount || (a.wire.name < b.wire.name ? -1 : 1))
}

function teamInNeed(
  { slug, name }: Readonly<{ slug: string; name: string }>,
  evidence: Evidence,
): TeamInNeed {
  const { incidents, periods, index, deployment } = evidence
  const isOwn = chosenByFacets({ team: slug, deployment }, index)
  const kept = keptOf(slug, evidence)
  const manning = manningOf({ slug, name }, isOwn, evidence)
  const tickets = ticketsOfTeam(isOwn, evidence)
  const own = incidents.filter(({ places }) => places.some(isOwn))
  const trend = recoveryTrend(own.filter(isCreatedIn(periods)).map(({ incident }) => incident))
  const signs = capacitySigns({
    fulfilmentRate: kept.rate,
    rotationCount: manning.rotationCount,
    singlePersonCount: manning.singlePersonRotations.length,
    hints: manning.hints,
    tickets: tickets.direction,
    recovery: trend.line?.direction ?? null,
  })
  const { seen, unknown } = signCount(signs)
  const { hints: _hints, ...onCall } = manning
  return {
    signs,
    wire: {
      slug,
      name,
      serviceCount: index.catalog.services.filter(({ team }) => team === slug).length,
      adherence: {
        isSeen: signs.adherence,
        says: describeTeamAdherence(kept),
        ...kept,
        isVeryLow: kept.rate !== null && kept.rate < VERY_LOW_ADHERENCE,
      },
      onCall: { isSeen: signs['on-call'], says: describeManning(manning), ...onCall },
      tickets: {
        isSeen: signs.tickets,
        says: describeTicketSign(tickets),
        ...tickets,
      },
      recovery: {
        isSeen: signs.recovery,
        says: describeRecoverySign(trend),
        ...trendOnWire(trend),
        openCount: own.filter(({ incident }) => incident.resolvedMs === null).length,
      },
      seenCount: seen,
      unknownCount: unknown,
    },
  }
}

function keptOf(team: string, { series }: Evidence) {
  const own = series.filter(({ over }) => over.series.member.slo.team === team)
  const sum = (of: (entry: AdherenceEntry) => number) => own.reduce((all, entry) => all + of(entry), 0)
  const keptCount = sum(({ summary }) => summary.fulfilledCount)
  const brokenCount = sum(({ summary }) => summary.brokenCount)
  const verdicts = keptCount + brokenCount
  return { keptCount, brokenCount, rate: verdicts === 0 ? null : keptCount / verdicts }
}

type IsOwn = ReturnType<typeof chosenByFacets>

function manningOf(
  team: Readonly<{ slug: string; name: string }>,
  isOwn: IsOwn,
  { rotations, factsOf, at, index }: Evidence,
) {
  const [onCall] = teamsOnCall([team], rotations, at)
  const covers = serviceCovers(placedServices(index).filter(isOwn), rotations, at, factsOf)
  const [least] = covers
  const single = singlePersonRotations(
    rotations.filter(({ record }) => record.team === team.slug).map(({ record }) => record),
  )
  return {
    rotationCount: onCall?.rotationCount ?? 0,
    people: onCall?.people ?? { sum: 0, atLeast: 0, atMost: 0 },
    singlePersonRotations: single.map(({ id, name }) => name ?? id),
    leastCovered:
      least === undefined
        ? null
        : { service: least.service, coveredHours: least.coveredHours, hint: least.hint },
    hints: covers.map(({ hint }) => hint),
  }
}

function ticketsOfTeam(isOwn: IsOwn, { tickets, periods, index, moment }: Evidence) {
  const services = new Set(
    placedServices(index)
      .filter(isOwn)
      .map(({ service }) => service),
  )
  const own = tickets.filter(({ service }) => service !== null && services.has(service))
  const entries = ticketEntries([...services], own, periods, index, moment)
  const { counts, averageRate, averageDelta, direction } = ticketTotals(own, entries, periods, moment)
  return {
    ticketCount: own.length,
    counts: [...counts],
    averageRate,
    averageDelta,
    direction,
  }
}
