import type { Reference, ServiceDeclaration } from './declarations.ts'
import type { ResolvedNames } from './resolved-names.ts'
import type { ServiceFacts } from './slo-catalog.ts'

/** What Services of ours say, with the services they name; a name that is none is left out, with a mistake. */
export function resolveServiceFacts(names: ResolvedNames): ReadonlyMap<string, ServiceFacts> {
  const wholes = new Map<string, string>()
  const found = new Map<string, ServiceFacts>()
  for (const [slug, declaration] of names.services.bySlug) {
    const { terms } = declaration
    if (terms === null) continue
    const parts = known(names, terms.parts).filter(([reference, part]) =>
      isFree(slug, [reference, part], wholes),
    )
    for (const [, part] of parts) wholes.set(part, slug)
    found.set(slug, {
      ...terms.facts,
      parts: parts.map(([, part]) => part).toSorted(),
      dependencies:
        terms.dependencies &&
        known(names, terms.dependencies)
          .map(([, one]) => one)
          .toSorted(),
    })
  }
  refuseCircles(names.services.bySlug, wholes)
  return found
}

function known(
  names: ResolvedNames,
  references: readonly Reference[],
): readonly (readonly [Reference, string])[] {
  const found = references.flatMap((reference): (readonly [Reference, string])[] => {
    const slug = names.knownService(reference)
    return slug === null ? [] : [[reference, slug]]
  })
  return [...new Map(found.map((one) => [one[1], one])).values()]
}

/** A service has one place, so that no budget is counted twice on the way up. */
function isFree(
  whole: string,
  [{ document, path }, part]: readonly [Reference, string],
  wholes: ReadonlyMap<string, string>,
): boolean {
  const other = wholes.get(part)
  if (other === undefined && part !== whole) return true
  const problem =
    part === whole
      ? 'is the service itself'
      : `is a part of ${other ?? ''} already; a service is a part of one other`
  document.error({ rule: 'contradiction', path, problem })
  return false
}

/** Told once a circle, where the first of it is written. */
function refuseCircles(
  services: ReadonlyMap<string, ServiceDeclaration>,
  wholes: ReadonlyMap<string, string>,
): void {
  const told = new Set<string>()
  for (const [slug, { name, terms }] of services) {
    if (terms === null || told.has(slug)) continue
    const above = new Set<string>()
    let whole = wholes.get(slug)
    while (whole !== undefined && !above.has(whole)) {
      above.add(whole)
      whole = wholes.get(whole)
    }
    if (!above.has(slug)) continue
    for (const one of above) told.add(one)
    const problem = 'is a part of itself, by way of its parts'
    name.document.error({ rule: 'contradiction', path: ['spec', 'parts'], problem })
  }
}
