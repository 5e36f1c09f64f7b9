import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { indicators } from '../../features/indicators/indicators.ts'
import { paths } from '../../url/paths.ts'
import type { Hit } from './hit.ts'
import { matches, type PaletteQuery } from './palette-query.ts'

const MOST_HITS = 6
const MOST_SERVICES = 500

/** Pages, teams and services. */
export function usePlaceHits({ words, team }: PaletteQuery): readonly Hit[] {
  const router = useRouter()
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const services = useInfiniteQuery(catalogQueries.services({ limit: MOST_SERVICES })).data?.pages ?? []

  const pages: readonly Hit[] = [
    {
      ...page('On call', 'what burns, what is exhausted, what is at risk', 'pulse'),
      href: router.buildLocation(paths.onCall()).href,
    },
    {
      ...page('Planning', 'features or reliability', 'scales'),
      href: router.buildLocation(paths.planning()).href,
    },
    {
      ...page('Organization', 'services that kept every budget', 'bars'),
      href: router.buildLocation(paths.organization()).href,
    },
    { ...page('All budgets', 'of every team', 'grid'), href: router.buildLocation(paths.explore()).href },
    { ...page('Indicators', 'all twelve', 'rows'), href: router.buildLocation(paths.indicators()).href },
    {
      ...page('Breaches', 'who broke which SLO, and why', 'breach'),
      href: router.buildLocation(paths.breaches()).href,
    },
    {
      ...page('Links for a wiki', 'every indicator, graph and SLO of a team', 'rows'),
      href: router.buildLocation(paths.indicatorLinks()).href,
    },
    {
      ...page('Service catalog', 'who owns what', 'catalog'),
      href: router.buildLocation(paths.catalog()).href,
    },
    {
      ...page('Catalog as code', 'the files behind the catalog', 'catalog'),
      href: router.buildLocation(paths.catalogCode()).href,
    },
    {
      ...page('Calendar', 'reviews that are due', 'calendar'),
      href: router.buildLocation(paths.calendar()).href,
    },
    {
      ...page('Status', 'which services are impacted, what people are told', 'pulse'),
      href: router.buildLocation(paths.status()).href,
    },
    {
      ...page('Corrections', 'hours left out, budget given back', 'rows'),
      href: router.buildLocation(paths.corrections()).href,
    },
    {
      ...page('Decisions', 'what was decided, by whom, on which figures', 'decision'),
      href: router.buildLocation(paths.decisions()).href,
    },
    {
      ...page('Policies', 'what teams do when budgets run low', 'policy'),
      href: router.buildLocation(paths.policies()).href,
    },
    {
      ...page('Wallboard', 'for a television', 'grid'),
      href: router.buildLocation(paths.wallboard()).href,
    },
    {
      ...page('Access', 'API tokens and audit log', 'rows'),
      href: router.buildLocation(paths.access()).href,
    },
    {
      ...page('Transformation board', 'teams on their way', 'steps'),
      href: router.buildLocation(paths.board()).href,
    },
    {
      ...page('Transformation maturity', 'assessments', 'steps'),
      href: router.buildLocation(paths.maturity()).href,
    },
    {
      ...page('Delivery', 'deployments, builds, bottlenecks', 'steps'),
      href: router.buildLocation(paths.delivery()).href,
    },
    ...indicators.map(({ name, shows, link }) => ({
      ...page(name, shows, 'rows'),
      href: router.buildLocation(link).href,
    })),
  ]
  const teamHits: readonly Hit[] = teams.map(({ slug, name, burningCount, worstState }) => ({
    id: `team-${slug}`,
    group: 'Go to',
    name,
    note: 'Team',
    mark: { state: burningCount > 0 ? 'burning' : (worstState ?? 'no-data') },
    href: router.buildLocation(paths.explore({ team: slug })).href,
  }))
  const deploymentHits: readonly Hit[] = deployments.map(({ slug, name, region }) => ({
    id: `deployment-${slug}`,
    group: 'Go to',
    name,
    detail: `all services, ${region}`,
    note: 'Deployment',
    mark: { icon: 'grid' },
    href: router.buildLocation(paths.explore({ deployment: slug })).href,
  }))
  const serviceHits: readonly Hit[] = services
    .flatMap(({ items }) => items)
    .filter((service) => team === null || service.team.startsWith(team))
    .map((service) => ({
      id: `service-${service.slug}`,
      group: 'Go to',
      name: service.slug,
      detail: service.name,
      note: 'Service',
      mark: { icon: 'catalog' },
      href: router.buildLocation(paths.explore({ team: service.team, service: service.slug })).href,
    }))

  const all = words.length === 0 ? pages : [...teamHits, ...deploymentHits, ...serviceHits, ...pages]
  return all.filter(({ name, detail = '' }) => matches(`${name} ${detail}`, words)).slice(0, MOST_HITS)
}

function page(
  name: string,
  detail: string,
  icon:
    | 'pulse'
    | 'scales'
    | 'bars'
    | 'grid'
    | 'rows'
    | 'breach'
    | 'catalog'
    | 'calendar'
    | 'decision'
    | 'policy'
    | 'steps',
) {
  return { id: `page-${name.replaceAll(' ', '-')}`, group: 'Go to', name, detail, mark: { icon } } as const
}
