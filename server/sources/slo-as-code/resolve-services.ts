import type { Reference, ServiceDeclaration, SloDeclaration } from './declarations.ts'
import { slugOf } from './name-registry.ts'
import { resolveServiceFacts } from './resolve-service-facts.ts'
import type { ResolvedNames } from './resolved-names.ts'
import type { CodedService, SloCatalog } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

const UNASSIGNED = { slug: 'unassigned', name: 'Unassigned' }

type Resolved = Pick<SloCatalog, 'services' | 'teams'>

/** Every service with its team: as a Team says, else as the Service says, else as a label of an SLO says. */
export function resolveServices(names: ResolvedNames, slos: readonly SloDeclaration[]): Resolved {
  const claimed = claimedByTeams(names)
  const factsOf = resolveServiceFacts(names)
  const teamNames = new Map(
    [...names.teams.bySlug].map(([slug, team]) => [slug, team.displayName ?? team.name.name]),
  )
  const labels = Map.groupBy(slos, ({ service }) => slugFrom(service.name))
  const teamOf = (service: string, own: Reference | null): string => {
    const label = own ?? labels.get(service)?.find(({ team }) => team !== null)?.team ?? null
    const slug = claimed.get(service) ?? (label && impliedTeam(label, names, teamNames)) ?? UNASSIGNED.slug
    if (slug === UNASSIGNED.slug) teamNames.set(slug, teamNames.get(slug) ?? UNASSIGNED.name)
    return slug
  }
  const declared = [...names.services.bySlug].map(([slug, service]): CodedService => {
    const { name, displayName, description, team } = service
    return {
      slug,
      name: displayName ?? name.name,
      description,
      team: teamOf(slug, team),
      deployments: deploymentsOf(service, names),
      facts: factsOf.get(slug) ?? null,
    }
  })
  const implied = [...names.impliedServices].map(([slug, name]): CodedService => {
    const deployments = names.deploymentsOf(null, null) ?? []
    return { slug, name, description: '', team: teamOf(slug, null), deployments, facts: null }
  })
  return {
    services: [...declared, ...implied],
    teams: [...teamNames].map(([slug, name]) => ({ slug, name })),
  }
}

/** What is planned or made of others runs nowhere of its own unless it says so. */
function deploymentsOf({ deployments, terms }: ServiceDeclaration, names: ResolvedNames): readonly string[] {
  const runs = terms === null || (terms.facts.stage !== 'planned' && terms.facts.level === 'technical')
  if (!runs && deployments === null) return []
  return names.deploymentsOf(deployments, null) ?? names.deploymentsOf(null, null) ?? []
}

function claimedByTeams(names: ResolvedNames): ReadonlyMap<string, string> {
  const claimed = new Map<string, string>()
  for (const [team, { services }] of names.teams.bySlug) {
    for (const reference of services) {
      const service = names.knownService(reference)
      if (service === null) continue
      const other = claimed.get(service)
      if (other !== undefined && other !== team) {
        const problem = `is a service of the team ${other} already; a service has one team`
        reference.document.error({ rule: 'contradiction', path: reference.path, problem })
      } else {
        claimed.set(service, team)
      }
    }
  }
  return claimed
}

/** Where Teams are declared, a label that names none of them may well be a slip. */
function impliedTeam(label: Reference, names: ResolvedNames, teamNames: Map<string, string>): string | null {
  const known = slugFrom(label.name)
  if (teamNames.has(known)) return known
  const slug = slugOf(label)
  if (slug === null) return null
  if (names.teams.bySlug.size > 0) {
    label.document.warn({
      rule: 'taken-as',
      path: label.path,
      problem: 'is taken as a team of its own: no Team of these files has that name',
      hint: `Teams: ${[...names.teams.bySlug.keys()].join(', ')}.`,
    })
  }
  teamNames.set(slug, label.name)
  return slug
}
