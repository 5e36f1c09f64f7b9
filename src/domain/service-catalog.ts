import { civilFromDay } from './civil-date.ts'

/** A business and a logical service are made of others; a technical one is what runs. */
export const serviceLevels = ['business', 'logical', 'technical'] as const
export type ServiceLevel = (typeof serviceLevels)[number]

export const serviceStages = ['planned', 'live', 'retiring'] as const
export type ServiceStage = (typeof serviceStages)[number]

/** Who builds it and who runs it. */
export const operatingModels = [
  'you-build-you-run',
  'you-and-sre-run',
  'sre-run',
  'operations-run',
  'unorganized',
] as const
export type OperatingModel = (typeof operatingModels)[number]

/** What it is to the journeys it is part of. */
export const serviceClasses = ['critical-path', 'supporting', 'auxiliary'] as const
export type ServiceClass = (typeof serviceClasses)[number]

/** What has to be done for a service, whoever does it. */
export const serviceDuties = [
  'on-call-in-hours',
  'on-call-out-of-hours',
  'rollouts',
  'breaches',
  'policy',
  'escalations',
] as const
export type ServiceDuty = (typeof serviceDuties)[number]

export const dutyBearers = ['developers', 'operations', 'both'] as const
export type DutyBearer = (typeof dutyBearers)[number]

/** What the catalog should know of a service, in the order in which it is read. */
export const catalogAttributes = [
  'owner',
  'description',
  'product',
  'hosting',
  'data',
  'dependencies',
  'slos',
  'on-call',
  'runbook',
  'policy',
  'model',
  'confirmed',
] as const
export type CatalogAttribute = (typeof catalogAttributes)[number]

type Kind = Readonly<{ level: ServiceLevel; stage: ServiceStage }>

/** What is true of a service only once it runs. */
const needsLife: readonly CatalogAttribute[] = ['slos', 'on-call', 'runbook', 'policy']
/** What only something that runs can have. */
const needsMachine: readonly CatalogAttribute[] = ['hosting', 'data', 'dependencies', 'on-call', 'runbook']

/** An aggregate has no hosting, and one in preparation owes no SLO yet: what cannot be there is not missing. */
export function isExpected(attribute: CatalogAttribute, { level, stage }: Kind): boolean {
  if (level !== 'technical' && needsMachine.includes(attribute)) return false
  return stage !== 'planned' || !needsLife.includes(attribute)
}

type Known = Kind & Readonly<{ known: readonly CatalogAttribute[] }>

export type Coverage = Readonly<{ attribute: CatalogAttribute; known: number; expected: number }>

/** Of how many services each attribute is known, of those that should have it. */
export function coverageOf(services: readonly Known[]): readonly Coverage[] {
  return catalogAttributes.map((attribute) => {
    const expected = services.filter((service) => isExpected(attribute, service))
    return {
      attribute,
      expected: expected.length,
      known: expected.filter(({ known }) => known.includes(attribute)).length,
    }
  })
}

export function missingOf(service: Known): readonly CatalogAttribute[] {
  return catalogAttributes.filter(
    (attribute) => isExpected(attribute, service) && !service.known.includes(attribute),
  )
}

/** Older than this, what people said is no longer taken for true. */
export const CONFIRM_MONTHS = 6

/** Whole months from one day to another, both counted from 1970-01-01; a month is over on the day that has its number. */
export function monthsBetween(fromDay: number, toDay: number): number {
  const [from, to] = [civilFromDay(fromDay), civilFromDay(toDay)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  return Math.max(0, to.day < from.day ? months - 1 : months)
}

type Placed = Readonly<{ slug: string; parts: readonly string[] }>

export type TreePlace<Item> = Readonly<{ item: Item; depth: number }>

/**
 * Each below what it is a part of, otherwise in the order given. What several name is shown below the first of them, and
 * nothing is lost or shown twice, even where parts go in a circle.
 */
export function inTree<Item extends Placed>(items: readonly Item[]): readonly TreePlace<Item>[] {
  const bySlug = new Map(items.map((item) => [item.slug, item]))
  const isPart = new Set(items.flatMap(({ slug, parts }) => parts.filter((part) => part !== slug)))
  const order = new Map(items.map(({ slug }, at) => [slug, at]))
  const shown = new Set<string>()
  const places: TreePlace<Item>[] = []
  const place = (item: Item, depth: number) => {
    if (shown.has(item.slug)) return
    shown.add(item.slug)
    places.push({ item, depth })
    const parts = item.parts.flatMap((part) => bySlug.get(part) ?? [])
    for (const part of parts.toSorted((a, b) => (order.get(a.slug) ?? 0) - (order.get(b.slug) ?? 0)))
      place(part, depth + 1)
  }
  for (const item of items) if (!isPart.has(item.slug)) place(item, 0)
  for (const item of items) place(item, 0)
  return places
}

/** A service and everything below it, each once. */
export function withParts(slug: string, partsOf: (slug: string) => readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const found: string[] = []
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    found.push(name)
    for (const part of partsOf(name)) visit(part)
  }
  visit(slug)
  return found
}

/** The four agreements that are made before anything goes to production. */
export const agreements = ['slis', 'slos', 'policy', 'on-call'] as const
export type Agreement = (typeof agreements)[number]
