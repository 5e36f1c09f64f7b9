import type { DeliveryRow, DeliverySortColumn } from '../../src/contract/delivery.ts'
import {
  deliveryComponents,
  type DeliveryComponent,
  type DeliveryGroup,
  type Sample,
} from '../../src/domain/delivery.ts'
import { deliveryTrend } from '../../src/domain/delivery-figures.ts'
import type { Period } from '../../src/domain/period.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Placed } from '../indicators/facets.ts'
import type { SeriesOverPeriods } from '../indicators/period-entries.ts'
import { instantOf } from '../instant.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'
import type { DeliveryEvents } from './delivery-events.ts'
import { spanOf, type DeliverySpans } from './delivery-spans.ts'
import { componentOver, frequencyOver, keptOver } from './delivery-trends.ts'

/** By name: the page compares processes and makes no ranking of teams. */
export const DELIVERY_SORT = 'name'

type Rows = Readonly<{
  group: DeliveryGroup
  events: DeliveryEvents
  /** Of `periods`. */
  series: readonly SeriesOverPeriods[]
  periods: readonly Period[]
  spans: DeliverySpans
  index: CatalogIndex
  nowHour: number
}>

const HOUR_MS = 3_600_000

/** A row for each that has a place in the selection, in the catalog's order. */
export function deliveryRows(rows: Rows): readonly DeliveryRow[] {
  const { group, events, index } = rows
  const named = { team: index.teams, service: index.services, deployment: index.deployments }[group]
  const byRow = Map.groupBy(events.places, (place) => place[group])
  const rowOf = rowOfPlaces(events.places, group)
  const samples = Map.groupBy(events.samples, rowOf)
  const landed = Map.groupBy(events.landed, rowOf)
  const series = Map.groupBy(rows.series, ({ series: { member } }) =>
    rowOf({ service: member.slo.service, environment: member.deployment }),
  )
  return [...named].flatMap(([id, { name }]) => {
    const places = byRow.get(id)
    if (places === undefined) return []
    const own = {
      placeCount: places.length,
      samples: samples.get(id) ?? [],
      landed: landed.get(id) ?? [],
      series: series.get(id) ?? [],
    }
    return [deliveryRow(id, name, own, rows)]
  })
}

/** What one row is made of. */
type Own = Pick<Rows, 'series'> &
  Pick<DeliveryEvents, 'samples' | 'landed'> &
  Readonly<{ placeCount: number }>

function deliveryRow(
  id: string,
  name: string,
  { placeCount, samples, landed, series }: Own,
  { group, events, periods, spans, nowHour }: Rows,
): DeliveryRow {
  const { to } = spanOf(spans.window)
  const last = landed.reduce((latest, { atMs }) => (atMs < to ? Math.max(latest, atMs) : latest), -Infinity)
  return {
    id,
    name,
    figures: deliveryComponents.map((component) =>
      // A build is one of a mainline, which is deployed everywhere.
      group === 'deployment' && !component.startsWith('deployment-')
        ? null
        : figureOf(component, samples, spans),
    ),
    frequency: frequencyOver({ ...events, landed }, placeCount, nowHour * HOUR_MS)(spans.window),
    lastDeployedAt: last === -Infinity ? null : instantOf(last),
    kept: keptOver(series, periods, nowHour)(spans.window),
  }
}

function figureOf(
  component: DeliveryComponent,
  samples: readonly Sample[],
  { window, before }: DeliverySpans,
) {
  const over = componentOver(component, samples)
  const figure = over(window)
  const direction = before === null ? null : deliveryTrend(figure, over(before)).direction
  return { ...figure, direction }
}

type Happened = Readonly<{ service: string; environment: string | null }>

/**
 * The row in which something counts, undefined where in none. Builds and commits belong to a service wherever it is deployed,
 * so to no deployment.
 */
function rowOfPlaces(
  places: readonly Placed[],
  group: DeliveryGroup,
): (what: Happened) => string | undefined {
  const ofServices = new Map(
    group === 'deployment' ? [] : places.map((place) => [place.service, place[group]]),
  )
  const ofPlaces = new Map(places.map((place) => [`${place.service} ${place.deployment}`, place[group]]))
  return ({ service, environment }) =>
    environment === null ? ofServices.get(service) : ofPlaces.get(`${service} ${environment}`)
}

export function isDeliveryFound(search?: string): (row: DeliveryRow) => boolean {
  const isSearched = searchedFor(search)
  return ({ id, name }) => isSearched([id, name])
}

const componentKeys = Object.fromEntries(
  deliveryComponents.map((component, at) => [
    component,
    ({ figures }: DeliveryRow): SortKey => figures[at]?.value ?? null,
  ]),
)

/** Services stand everywhere in the order of their ids, by which people call them. */
export function deliveryOrder(sort: string, group: DeliveryGroup): RowOrder<DeliveryRow> {
  const keys: Readonly<
    Record<Exclude<DeliverySortColumn, DeliveryComponent>, (row: DeliveryRow) => SortKey>
  > = {
    name: ({ id, name }) => (group === 'service' ? id : name),
    frequency: ({ frequency }) => frequency.value,
    kept: ({ kept }) => kept.share,
  }
  return rowOrder(sort, keyIn({ ...componentKeys, ...keys }), ({ id }) => id)
}
