import type { ServiceFacts } from '../../src/contract/service-catalog.ts'
import { serviceFactsOf } from '../../src/contract/service-catalog.ts'
import type { ServiceProfile } from '../../src/contract/service-profile.ts'
import {
  CONFIRM_MONTHS,
  isExpected,
  monthsBetween,
  withParts,
  type CatalogAttribute,
} from '../../src/domain/service-catalog.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Entry } from '../entry-ports.ts'
import type { RotationEntry } from '../indicators/rotation-table.ts'

const DAY_MS = 86_400_000

/** One service of the catalog, with what code, people and other tools say of it. */
export type KnownService = Readonly<{
  slug: string
  name: string
  team: string
  description: string
  profile: ServiceProfile | null
  level: ServiceProfile['level']
  stage: ServiceProfile['stage']
  product: string | null
  deployments: readonly string[]
  dependencies: readonly string[] | null
  parts: readonly string[]
  partOf: string | null
  /** Itself and all below it. */
  group: readonly string[]
  endpointCount: number
  sloCount: number
  entry: Entry | null
  facts: ServiceFacts | null
  confirmed: Readonly<{ by: string; at: string; months: number; isStale: boolean }> | null
  known: readonly CatalogAttribute[]
}>

type Told = Readonly<{
  entries: readonly Entry[]
  /** Those in force. */
  rotations: readonly RotationEntry[]
  /** Services for which an error budget policy holds. */
  withPolicy: ReadonlySet<string>
  nowMs: number
}>

/** Every service that runs, is planned or is made of others, by name. */
export function knownServices(index: CatalogIndex, told: Told): readonly KnownService[] {
  const { catalog, profiles } = index
  const slugs = [...new Set([...catalog.services, ...catalog.profiles].map(({ slug }) => slug))]
  const partsOf = (slug: string) => profiles.get(slug)?.parts ?? []
  const wholes = new Map(catalog.profiles.flatMap(({ slug, parts }) => parts.map((part) => [part, slug])))
  const entries = new Map(told.entries.map((entry) => [entry.key, entry]))
  const onCall = new Set(told.rotations.flatMap(({ record }) => record.services))
  const withRunbook = new Set(catalog.slos.flatMap((slo) => (slo.runbook ? [slo.service] : [])))
  return slugs.toSorted().flatMap((slug): KnownService[] => {
    const service = index.services.get(slug)
    const profile = profiles.get(slug) ?? null
    const named = profile ?? service
    if (named === undefined) return []
    const group = withParts(slug, partsOf)
    const own = group.flatMap((name) => index.services.get(name) ?? [])
    const entry = entries.get(slug) ?? null
    const one = {
      slug,
      name: named.name,
      team: named.team,
      description: named.description,
      profile,
      level: profile?.level ?? 'technical',
      stage: profile?.stage ?? 'live',
      product: profile?.product ?? productAbove(slug, wholes, index),
      deployments: service?.deployments ?? profile?.deployments ?? [],
      // A service without a profile may call others that nobody named, unless some are.
      dependencies: profile === null ? orNull(service?.dependencies ?? []) : profile.dependencies,
      parts: partsOf(slug),
      partOf: wholes.get(slug) ?? null,
      group,
      endpointCount: sum(own.map(({ endpointCount }) => endpointCount)),
      sloCount: sum(own.map(({ sloCount }) => sloCount)),
      entry,
      facts: entry === null || entry.isWithdrawn ? null : serviceFactsOf(entry.body),
      confirmed: confirmedBy(entry, told.nowMs),
    } as const
    const isRunning = (names: ReadonlySet<string>) => group.some((name) => names.has(name))
    const holds: Readonly<Record<CatalogAttribute, boolean>> = {
      owner: index.teams.has(one.team) && one.team !== 'unassigned',
      description: one.description !== '',
      product: one.product !== null,
      hosting: profile?.hosting != null,
      data: profile !== null && profile.consumes !== null && profile.produces !== null,
      dependencies: one.dependencies !== null,
      slos: one.sloCount > 0,
      'on-call': onCall.has(slug),
      runbook: withRunbook.has(slug),
      policy: isRunning(told.withPolicy),
      model: one.facts !== null && one.facts.model !== null,
      confirmed: one.confirmed !== null && !one.confirmed.isStale,
    }
    const known = (Object.keys(holds) as CatalogAttribute[]).filter((attribute) => holds[attribute])
    return [{ ...one, known: known.filter((attribute) => isExpected(attribute, one)) }]
  })
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
const orNull = (names: readonly string[]) => (names.length === 0 ? null : names)

/** A part belongs to the product of what it is a part of, where it names none. */
function productAbove(
  slug: string,
  wholes: ReadonlyMap<string, string>,
  { profiles }: CatalogIndex,
): string | null {
  const seen = new Set<string>()
  for (let whole = wholes.get(slug); whole !== undefined && !seen.has(whole); whole = wholes.get(whole)) {
    seen.add(whole)
    const product = profiles.get(whole)?.product ?? null
    if (product !== null) return product
  }
  return null
}

function confirmedBy(entry: Entry | null, nowMs: number): KnownService['confirmed'] {
  if (entry === null || entry.isWithdrawn) return null
  const months = monthsBetween(Math.floor(Date.parse(entry.at) / DAY_MS), Math.floor(nowMs / DAY_MS))
  return { by: entry.by.name, at: entry.at, months, isStale: months >= CONFIRM_MONTHS }
}
