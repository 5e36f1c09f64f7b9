import type {
  RotationRow,
  RotationSortColumn,
  ServiceCover,
  TeamOnCall,
} from '../../src/contract/on-call-rotations.ts'
import type { Rotation } from '../../src/contract/records.ts'
import { describeOnCall } from '../../src/domain/describe-support-indicators.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import {
  coverageNotation,
  rotationsOnDuty,
  weekCoverage,
  type Rotation as Shifts,
} from '../../src/domain/on-call-coverage.ts'
import {
  coverageHint,
  peopleOnCall,
  singlePersonRotations,
  teamsWithoutRotation,
} from '../../src/domain/on-call-staffing.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { RecordStore } from '../ports.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { CoverageFacts } from './coverage-facts.ts'
import type { Placed } from './facets.ts'
import { everyRecord } from './read-records.ts'
import { zoneMinutes } from '../zone-minutes.ts'
import { searchedFor } from '../search-words.ts'

const HOUR_MS = 3_600_000

export const ROTATION_SORT = 'team,rotation'

export type RotationEntry = Readonly<{
  record: Rotation
  shifts: Shifts
  places: readonly Placed[]
  teamName: string
  isInForce: boolean
}>

/** Those in force at some time of the range; which of them still are at `at` is said of each. */
export async function rotationEntries(
  { rotations }: RecordStore,
  range: HourRange,
  at: Hour,
  { teams }: CatalogIndex,
): Promise<readonly RotationEntry[]> {
  const inForceAt = (fromHour: Hour, toHour: Hour) =>
    everyRecord<Rotation>(
      (span) => rotations({ from: isoFromHour(fromHour), to: isoFromHour(toHour) }, span),
      ({ team, id, since }) => [team, id, since],
    )
  const [listed, present] = await Promise.all([
    inForceAt(range.fromHour, range.toHour),
    inForceAt(at, at + 1),
  ])
  const inForce = new Set(present.map(keyOf))
  return listed.map((record) => ({
    record,
    shifts: { ...record, utcOffsetMinutes: zoneMinutes(record.timeZone, at * HOUR_MS) },
    places: placesOf(record),
    teamName: teams.get(record.team)?.name ?? record.team,
    isInForce: inForce.has(keyOf(record)),
  }))
}

function keyOf({ team, id, since }: Rotation): string {
  return `${team} ${id} ${since}`
}

/** A rotation stands wherever it covers a service in a deployment; its team need not be that of the service. */
function placesOf(record: Rotation): readonly Placed[] {
  const { team, services, deployments } = record
  return services.flatMap((service) =>
    deployments.map((deployment) => ({ team, service, sli: null, deployment, item: keyOf(record) })),
  )
}

/** All words must occur in team, rotation or services. */
export function isRotationFound(search?: string): (entry: RotationEntry) => boolean {
  const isSearched = searchedFor(search)
  return ({ record: { team, id, name, services }, teamName }) =>
    isSearched([team, teamName, id, name, ...services])
}

const keys: Readonly<Record<RotationSortColumn, (entry: RotationEntry) => SortKey>> = {
  team: ({ teamName }) => teamName,
  rotation: ({ record }) => rotationName(record),
  hours: ({ shifts }) => weekCoverage([shifts]).coveredHours,
  people: ({ record }) => record.primaryPeople + record.backupPeople,
}

export function rotationOrder(sort: string): RowOrder<RotationEntry> {
  return rowOrder(sort, keyIn(keys), ({ record }) => keyOf(record))
}

function rotationName({ id, name }: Pick<Rotation, 'id' | 'name'>): string {
  return name ?? id
}

export function rotationOnWire(entry: RotationEntry, at: Hour): RotationRow {
  const { record, shifts, teamName, isInForce } = entry
  const { team, id, name, services, deployments, primaryPeople, backupPeople, since, until, url } = record
  const coverage = weekCoverage([shifts])
  return {
    team,
    teamName,
    id,
    name,
    services: [...services],
    deployments: [...deployments],
    covered: [...coverage.covered],
    coveredHours: coverage.coveredHours,
    notation: coverageNotation(coverage),
    primaryPeople,
    backupPeople,
    isSinglePerson: singlePersonRotations([record]).length > 0,
    isInForce,
    isOnDuty: isInForce && rotationsOnDuty([shifts], at).length > 0,
    since,
    until,
    url,
  }
}

/**
 * Of the places given, service by service; deployments that the same rotations cover stand together. Least cover first.
 */
export function serviceCovers(
  places: readonly Placed[],
  inForce: readonly RotationEntry[],
  at: Hour,
  factsOf: (service: string) => CoverageFacts,
): readonly ServiceCover[] {
  const byService = new Map<string, RotationEntry[]>()
  for (const entry of inForce) {
    for (const service of entry.record.services) {
      byService.set(service, [...(byService.get(service) ?? []), entry])
    }
  }
  const groups = new Map<string, { place: Placed; deployments: string[]; own: readonly RotationEntry[] }>()
  for (const place of places) {
    const own = (byService.get(place.service) ?? []).filter(({ record }) =>
      record.deployments.includes(place.deployment),
    )
    const key = [place.service, ...own.map(({ record }) => keyOf(record))].join('\0')
    const group = groups.get(key) ?? { place, deployments: [], own }
    group.deployments.push(place.deployment)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ place, deployments, own }) => serviceCover(place, deployments, own, at, factsOf(place.service)))
    .toSorted(
      (a, b) =>
        b.gapHours - a.gapHours || b.longestGapHours - a.longestGapHours || (a.service < b.service ? -1 : 1),
    )
}

function serviceCover(
  { service, team }: Placed,
  deployments: string[],
  own: readonly RotationEntry[],
  at: Hour,
  facts: CoverageFacts,
): ServiceCover {
  const shifts = own.map((entry) => entry.shifts)
  const { covered, coveredHours, gaps, gapHours, longestGapHours, hoursByDay } = weekCoverage(shifts)
  return {
    service,
    team,
    deployments,
    covered: [...covered],
    coveredHours,
    notation: coverageNotation({ hoursByDay }),
    gaps: [...gaps],
    gapHours,
    longestGapHours,
    rotations: own.map(({ record }) => rotationName(record)),
    isOnDuty: rotationsOnDuty(shifts, at).length > 0,
    ...facts,
    hint: coverageHint({ ...facts, rotationCount: own.length, coveredHours }),
  }
}

/** People of all rotations of a team, whatever is chosen beside it: they are counted once over all of them. */
export function teamsOnCall(
  teams: readonly Readonly<{ slug: string; name: string }>[],
  inForce: readonly RotationEntry[],
  at: Hour,
): TeamOnCall[] {
  return teams.map(({ slug, name }) => {
    const own = inForce.filter(({ record }) => record.team === slug)
    const onDuty = own.filter(({ shifts }) => rotationsOnDuty([shifts], at).length > 0)
    return {
      team: slug,
      name,
      rotationCount: own.length,
      onDuty: onDuty.map(({ record }) => rotationName(record)),
      people: peopleOnCall(own.map(({ record }) => record)),
    }
  })
}

/** A service is covered as well as in the deployment where it is covered least. */
export function rotationAnswer(
  ofServices: readonly ServiceCover[],
  teams: readonly TeamOnCall[],
  chosen: readonly RotationEntry[],
): string {
  // Least cover first: the first row of a service is its worst.
  const worst = new Map<string, ServiceCover>()
  for (const cover of ofServices) if (!worst.has(cover.service)) worst.set(cover.service, cover)
  const names = new Map(teams.map(({ team, name }) => [team, name]))
  const withRotation = teams.filter(({ rotationCount }) => rotationCount > 0)
  return describeOnCall({
    services: [...worst.values()],
    teamsWithoutRotation: teamsWithoutRotation([...names.keys()], withRotation).map(
      (team) => names.get(team) ?? team,
    ),
    singlePersonRotations: singlePersonRotations(chosen.map(({ record }) => record)).map(rotationName),
  })
}
