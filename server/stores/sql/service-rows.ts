import type { Service } from '../../../src/contract/catalog.ts'
import type { ServiceProfile } from '../../../src/contract/service-profile.ts'
import type { Catalog } from '../../ports.ts'
import { isServed } from '../../sources/slo-as-code/served-catalog.ts'
import type { Sql } from './sql.ts'

type Listed = Pick<Catalog, 'services' | 'profiles'>
type Named = 'slug' | 'name' | 'team' | 'description' | 'deployments'
type Stored = Omit<ServiceProfile, Named>

/** Services that run and those that are only listed stand in one table. */
export function serviceRows({ services, profiles }: Listed) {
  const bySlug = new Map(profiles.map((profile) => [profile.slug, profile]))
  const running = new Set(services.map(({ slug }) => slug))
  return [
    ...services.map((service) => ({ ...service, profile: storedOf(bySlug.get(service.slug)) })),
    ...profiles
      .filter(({ slug }) => !running.has(slug))
      .map((profile) => ({
        slug: profile.slug,
        name: profile.name,
        team: profile.team,
        description: profile.description,
        deployments: profile.deployments,
        dependencies: profile.dependencies ?? [],
        profile: storedOf(profile),
      })),
  ]
}

function storedOf(profile: ServiceProfile | undefined): Stored | null {
  if (profile === undefined) return null
  const { slug: _1, name: _2, team: _3, description: _4, deployments: _5, ...stored } = profile
  return stored
}

export async function readServices(sql: Sql): Promise<Listed> {
  const rows = await sql.query<Service & { profile: Stored | null }>(`
    select slug, name, team, description, deployments, dependencies, profile,
      (select count(*) from endpoint where endpoint.service = service.slug and archived_at is null)::int as "endpointCount",
      (select count(*) from slo where slo.service = service.slug and archived_at is null)::int as "sloCount"
    from service where archived_at is null order by ordinal`)
  return {
    services: rows
      .filter(({ profile, sloCount }) => isServed(profile, sloCount))
      .map(({ profile: _profile, ...service }) => service),
    profiles: rows
      .flatMap(({ profile, slug, name, team, description, deployments }) =>
        profile === null ? [] : [{ slug, name, team, description, deployments, ...profile }],
      )
      .toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  }
}
