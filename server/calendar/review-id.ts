import { reviewKinds, reviewOf, type ReviewKind } from '../../src/domain/review-calendar.ts'
import { policiesOf } from './agreed-policies.ts'
import { didYouMean } from '../closest-names.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { RequestProblem } from '../problem.ts'

/** One review of one team, of one policy, or of the organization. */
export type KnownReview = Readonly<{
  id: string
  kind: ReviewKind
  name: string
  team: string | null
  /** The policy that is reviewed. */
  policy: Readonly<{
    name: string
    enactedOn: string | null
    day: string | null
    followsIncidents: boolean
  }> | null
}>

const known = new WeakMap<CatalogIndex, ReadonlyMap<string, KnownReview>>()

/** Everything that can be reviewed, put together once per catalog. */
export function knownReviews(index: CatalogIndex): ReadonlyMap<string, KnownReview> {
  const held = known.get(index)
  if (held !== undefined) return held
  const all = new Map(reviewKinds.flatMap((kind) => ofKind(kind, index)).map((one) => [one.id, one]))
  known.set(index, all)
  return all
}

function ofKind(kind: ReviewKind, { catalog }: CatalogIndex): readonly KnownReview[] {
  const { scope, name } = reviewOf(kind)
  if (scope === 'organization') return [{ id: kind, kind, name, team: null, policy: null }]
  if (scope === 'policy') {
    // What a team keeps to itself stands on no list for everybody: an id, a feed and an outcome would tell of it.
    const shown = policiesOf(catalog).filter(({ visibility }) => visibility === 'public')
    return shown.map(({ slug, name: policy, team, enactedOn, nextReview }) => ({
      id: `${kind}.${slug}`,
      kind,
      name,
      team,
      policy: {
        name: policy,
        enactedOn,
        day: nextReview?.on ?? null,
        followsIncidents: nextReview?.orAfter != null,
      },
    }))
  }
  return catalog.teams.map(({ slug }) => ({ id: `${kind}.${slug}`, kind, name, team: slug, policy: null }))
}

export function foundReview(id: string, index: CatalogIndex): KnownReview {
  const all = knownReviews(index)
  const found = all.get(id)
  if (found !== undefined) return found
  throw new RequestProblem('not-found', {
    detail: `There is no review "${id}"`,
    field: 'review',
    value: id,
    hint: didYouMean(id, all.keys()),
    apiHint: 'GET /api/calendar/reviews lists them',
  })
}
