import type { CatalogIndex } from '../catalog-index.ts'
import type { Member } from './series.ts'
import { namesOf } from './subject.ts'

/** A series with all that lists filter and sort by and that no period changes. */
export type ListedSeries = Readonly<{
  id: string
  member: Member
  teamName: string
  sliName: string
  isProduction: boolean
  measurementsId: string
  /** Lower case; what `search` looks through. */
  words: string
}>

const listings = new WeakMap<CatalogIndex, readonly ListedSeries[]>()

/** Every SLO in every deployment, put into words once per catalog. */
export function listedSeries(
  catalog: CatalogIndex,
  measurementsId: (member: Member) => string,
): readonly ListedSeries[] {
  const known = listings.get(catalog)
  if (known !== undefined) return known
  const listed = catalog.catalog.slos
    .flatMap((slo) => slo.deployments.map((deployment) => ({ slo, deployment })))
    .map((member) => ({ ...listing(member, catalog), measurementsId: measurementsId(member) }))
  listings.set(catalog, listed)
  return listed
}

function listing(member: Member, catalog: CatalogIndex): Omit<ListedSeries, 'measurementsId'> {
  const { slo, deployment } = member
  const names = namesOf(member, catalog)
  const place = catalog.deployments.get(deployment)
  const { verb, path, slug } = slo.endpoint
  const words = [
    slo.service,
    verb,
    path,
    slug,
    slo.sli,
    names.sliName,
    slo.team,
    names.teamName,
    deployment,
    place?.name,
  ]
  return {
    ...names,
    id: `${slo.id}@${deployment}`,
    member,
    isProduction: place?.kind === 'production',
    words: words.join(' ').toLowerCase(),
  }
}

/** Where a series belongs, by what lists can be narrowed to. */
export function placeOf({ member: { slo, deployment } }: Pick<ListedSeries, 'member'>) {
  return { team: slo.team, service: slo.service, sli: slo.sli, slo: slo.id, deployment }
}
