import type { CodedSlo, SloCatalog } from './slo-catalog.ts'

/**
 * What may take effect although a file has errors: nothing is ever gone by it. What reads well of explicit SLOs that are
 * known, and new ones of services that are known or can be, does; where they run and what contracts rest on them stays, for
 * those come from other documents, which may be the ones that are wrong. Everything else waits until the errors are mended.
 */
export function safePart(current: SloCatalog, read: SloCatalog): SloCatalog {
  // Of nothing nothing can be lost.
  if (current.slos.length === 0) return read
  const teams = new Set(current.teams.map(({ slug }) => slug))
  const deployments = new Set(current.deployments.map(({ slug }) => slug))
  const areKnown = (slugs: readonly string[]) => slugs.every((slug) => deployments.has(slug))
  const services = merged(
    current.services,
    read.services.filter(
      (service) =>
        !current.services.some(({ slug }) => slug === service.slug) &&
        teams.has(service.team) &&
        areKnown(service.deployments),
    ),
    ({ slug }) => slug,
  )
  const known = new Map(current.slos.map((slo) => [slo.id, slo]))
  const slos = read.slos.flatMap((slo): readonly CodedSlo[] => {
    if (slo.flavor === 'default') return []
    const held = known.get(slo.id)
    if (held) return [{ ...slo, deployments: held.deployments, slaTarget: held.slaTarget }]
    const isSafe = services.some(({ slug }) => slug === slo.service) && areKnown(slo.deployments)
    return isSafe ? [slo] : []
  })
  return {
    ...current,
    services,
    dataSources: merged(current.dataSources, read.dataSources, ({ slug }) => slug),
    slos: merged(current.slos, slos, ({ id }) => id),
  }
}

/** All of both, those of the second where both have one, sorted. */
function merged<Item>(
  first: readonly Item[],
  second: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = new Map([...first, ...second].map((item) => [keyOf(item), item]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}
