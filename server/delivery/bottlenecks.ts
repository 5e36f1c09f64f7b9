import {
  bottleneckEnteredOf,
  type Bottleneck,
  type BottleneckList,
  type BottleneckEntered,
} from '../../src/contract/delivery.ts'
import { adherence } from '../../src/domain/adherence.ts'
import { bottleneckId, breaksInARow, leanOf, worstTenth } from '../../src/domain/bottleneck.ts'
import { deliveryComponents, type DeliveryComponent } from '../../src/domain/delivery.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry } from '../entry-ports.ts'
import type { ClosedSeries } from './broken-in-a-row.ts'
import type { DeliveryEvents } from './delivery-events.ts'
import type { DeliverySpans } from './delivery-spans.ts'
import { subjectNamed, type OwnedSubject } from './bottleneck-subject.ts'
import { componentOver } from './delivery-trends.ts'

/** What data show of a bottleneck, before it is known what people say of it. */
export type Found = Pick<
  Bottleneck,
  'id' | 'side' | 'team' | 'component' | 'sli' | 'services' | 'worst' | 'broken'
> &
  Readonly<{ isDetected: boolean }>

type Compared = BottleneckList['compared']

/** Of the whole organization: a tenth of a part would be another tenth. */
export function slowDelivery(
  { samples }: DeliveryEvents,
  { window }: DeliverySpans,
  index: CatalogIndex,
): Readonly<{ found: readonly Found[]; compared: Compared }> {
  const byService = Map.groupBy(samples, ({ service }) => service)
  const all = deliveryComponents.map((component) => {
    const figures = [...byService].flatMap(([service, own]) => {
      const { value, count, isFew } = componentOver(component, own)(window)
      return value === null || isFew ? [] : [{ service, value, count }]
    })
    const counts = new Map(figures.map(({ service, count }) => [service, count]))
    const worst = worstTenth(figures)
    const byTeam = Map.groupBy(worst, ({ service }) => index.services.get(service)?.team ?? '')
    const found = [...byTeam].flatMap(([team, own]): Found[] => {
      const [first] = own
      if (first === undefined) return []
      const { service, value, middle, times } = first
      return [
        {
          id: bottleneckId({ side: 'efficiency', component, team }),
          side: 'efficiency',
          team,
          component,
          sli: null,
          services: own.map((one) => one.service),
          worst: { value, middle, times, count: counts.get(service) ?? 0 },
          broken: null,
          isDetected: true,
        },
      ]
    })
    return { component, services: figures.length, found }
  })
  return {
    // A component that is 0 in the middle has no times: it comes after those that have.
    found: all
      .flatMap(({ found }) => found)
      .toSorted((a, b) => (b.worst?.times ?? 0) - (a.worst?.times ?? 0) || (a.id < b.id ? -1 : 1)),
    compared: all.map(({ component, services }) => ({ component, services })),
  }
}

/** Budgets that were broken again and again, by service and SLI: whoever uses it meets them together. */
export function brokenBudgets({ series, closed }: ClosedSeries): readonly Found[] {
  const rows = series.flatMap(({ series: { member }, entries }) => {
    const standings = closed.map((_period, at) => entries[at]?.standing.budget ?? null)
    const inARow = breaksInARow(
      standings.map((one) => adherence({ isOpen: false, state: one?.state ?? null })),
    )
    if (inARow === null) return []
    const { slo, deployment } = member
    const remaining = standings.at(-1)?.remaining ?? null
    return [{ slo, deployment, periods: inARow, remaining }]
  })
  const byPlace = Map.groupBy(rows, ({ slo }) => `${slo.sli} ${slo.service}`)
  return [...byPlace.values()]
    .flatMap((own): Found[] => {
      const ordered = own.toSorted((a, b) => b.periods - a.periods || (a.remaining ?? 0) - (b.remaining ?? 0))
      const [first] = ordered
      if (first === undefined) return []
      const { team, service, sli } = first.slo
      return [
        {
          id: bottleneckId({ side: 'reliability', sli, service }),
          side: 'reliability',
          team,
          component: null,
          sli,
          services: [service],
          worst: null,
          broken: {
            periods: closed.slice(-first.periods).map(({ name }) => name),
            series: ordered.map(({ slo, deployment, periods: count, remaining }) => ({
              slo: slo.id,
              sloSlug: slo.slug,
              deployment,
              periods: count,
              remaining,
            })),
          },
          isDetected: true,
        },
      ]
    })
    .toSorted((a, b) => longest(b) - longest(a) || least(a) - least(b) || (a.id < b.id ? -1 : 1))
}

const longest = ({ broken }: Found) => broken?.periods.length ?? 0
const least = ({ broken }: Found) => broken?.series[0]?.remaining ?? 0

/** What was entered, where its team or service is still known. */
export type EnteredBottleneck = Readonly<{ entry: Entry; about: Found; entered: BottleneckEntered }>

export function enteredBottlenecks(
  entries: readonly Entry[],
  index: CatalogIndex,
): readonly EnteredBottleneck[] {
  return entries.flatMap((entry) => {
    const about = subjectNamed(entry.key, index)
    const entered = bottleneckEnteredOf(entry.body)
    return about === null || entered === null ? [] : [{ entry, about: untold(entry.key, about), entered }]
  })
}

function untold(id: string, about: OwnedSubject): Found {
  const { side, owner: team } = about
  const component: DeliveryComponent | null = about.side === 'efficiency' ? about.component : null
  return {
    id,
    side,
    team,
    component,
    sli: about.side === 'reliability' ? about.sli : null,
    services: about.side === 'reliability' ? [about.service] : [],
    worst: null,
    broken: null,
    isDetected: false,
  }
}

type Known = Readonly<{
  tickets: (services: readonly string[]) => Bottleneck['tickets']
  incidents: (services: readonly string[]) => Bottleneck['incidents']
  index: CatalogIndex
}>

/** Detected ones first; what data no longer show stays for as long as somebody's decision stands. */
export function bottlenecksOnWire(
  found: readonly Found[],
  entered: readonly EnteredBottleneck[],
  { tickets, incidents, index }: Known,
): readonly Bottleneck[] {
  const byId = new Map(entered.map((one) => [one.entry.key, one]))
  const isFound = new Set(found.map(({ id }) => id))
  const gone = entered.flatMap(({ entry, about }) =>
    entry.isWithdrawn || isFound.has(entry.key) ? [] : [about],
  )
  return [...found, ...gone].map((one): Bottleneck => {
    const own = byId.get(one.id)
    // How a team delivers concerns all its services, whichever of them show it most.
    const concerned =
      one.side === 'reliability'
        ? one.services
        : index.catalog.services.filter(({ team }) => team === one.team).map(({ slug }) => slug)
    return {
      ...one,
      services: [...one.services],
      concerned: [...concerned],
      teamName: index.teams.get(one.team)?.name ?? one.team,
      tickets: tickets(concerned),
      incidents: incidents(concerned),
      entered:
        own === undefined
          ? null
          : {
              ...own.entered,
              version: own.entry.version,
              by: own.entry.by.name,
              at: own.entry.at,
              isWithdrawn: own.entry.isWithdrawn,
            },
      lean: own === undefined || own.entry.isWithdrawn ? null : leanOf(own.entered.evidence),
    }
  })
}
