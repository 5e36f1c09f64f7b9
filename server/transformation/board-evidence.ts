import type { BoardCard } from '../../src/contract/board.ts'
import type { Rotation } from '../../src/contract/records.ts'
import { memberAndHour } from '../breaches/breach-id.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { everyRecord } from '../indicators/read-records.ts'
import { instantOf } from '../instant.ts'
import type { ApiDeps } from '../ports.ts'

/** What data tell of how far a team is: facts beside its card, from which people conclude. */
export async function readEvidence(
  deps: ApiDeps,
  index: CatalogIndex,
): Promise<(team: string) => BoardCard['evidence']> {
  const now = deps.now()
  const inForce = { from: instantOf(now), to: instantOf(now + 1_000) }
  const [reviews, rotations] = await Promise.all([
    deps.entries.list('breach-review'),
    everyRecord<Rotation>(
      (span) => deps.records.rotations(inForce, span),
      ({ team, id, since }) => [team, id, since],
    ),
  ])
  const reviewCounts = countBy(
    reviews
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ key }) => memberAndHour(key, index)?.member.slo.team),
  )
  const rotationCounts = countBy(rotations.map(({ team }) => team))
  const { services, slos } = index.catalog
  const servicesByTeam = Map.groupBy(services, ({ team }) => team)
  const slosByTeam = Map.groupBy(
    slos.filter(({ flavor }) => flavor === 'explicit'),
    ({ team }) => team,
  )
  return (team) => {
    const own = servicesByTeam.get(team) ?? []
    const agreed = slosByTeam.get(team) ?? []
    const changed = agreed.filter(({ versions }) => versions.length > 1)
    return [
      { kind: 'slos', count: own.filter(({ sloCount }) => sloCount > 0).length, of: own.length },
      { kind: 'breach-reviews', count: reviewCounts.get(team) ?? 0, of: null },
      { kind: 'slo-changes', count: changed.length, of: agreed.length },
      { kind: 'rotation', count: rotationCounts.get(team) ?? 0, of: null },
    ]
  }
}

function countBy(names: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, those]) => [name, those.length]))
}
