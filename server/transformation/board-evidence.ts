import type { BoardCard } from '../../src/contract/board.ts'
import { enactmentBodyOf } from '../../src/contract/enactments.ts'
import type { Rotation } from '../../src/contract/records.ts'
import { boundFromHour, type Policy } from '../../src/domain/policy.ts'
import { memberAndHour } from '../breaches/breach-id.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry } from '../entry-ports.ts'
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
  const [reviews, enactments, rotations] = await Promise.all([
    deps.entries.list('breach-review'),
    deps.entries.list('policy-enactment'),
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
  const { services, slos, policies } = index.catalog
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
      ...policyEvidence(
        policies.filter((policy) => policy.team === team),
        enactments,
      ),
      { kind: 'rotation', count: rotationCounts.get(team) ?? 0, of: null },
    ]
  }
}

/** That a policy is agreed, and how often people of the team answered what it met. */
function policyEvidence(own: readonly Policy[], enactments: readonly Entry[]): BoardCard['evidence'] {
  const agreed = own.filter(({ state }) => agreedStates.has(state))
  const inForce = own.filter((policy) => policy.state !== 'retired' && boundFromHour(policy) !== null)
  const acknowledged = enactments.filter(
    ({ key, body, isWithdrawn }) =>
      !isWithdrawn &&
      own.some(({ slug }) => key.startsWith(`${slug}.`)) &&
      enactmentBodyOf(body)?.acknowledged != null,
  )
  return [
    { kind: 'policy', count: agreed.length, of: null },
    { kind: 'enactments', count: acknowledged.length, of: inForce.length },
  ]
}

const agreedStates: ReadonlySet<string> = new Set(['agreed', 'enacted', 'in-review'])

function countBy(names: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, those]) => [name, those.length]))
}
