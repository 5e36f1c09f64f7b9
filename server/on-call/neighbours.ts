import type { Service } from '../../src/contract/catalog.ts'
import type { CatalogIndex } from '../catalog-index.ts'

/** Beyond, what fails is seen in what lies between first. */
const DEEPEST = 3

/** What a service calls, and what those call: nearest first, each once, itself left out. */
export function callees(index: CatalogIndex, service: string): readonly Service[] {
  const found = new Map<string, Service>()
  let layer: readonly string[] = [service]
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    const next = layer
      .flatMap((name) => index.services.get(name)?.dependencies ?? [])
      .filter((name) => name !== service && !found.has(name))
    for (const name of next) {
      const known = index.services.get(name)
      if (known !== undefined) found.set(name, known)
    }
    layer = [...new Set(next)]
  }
  return [...found.values()]
}

/** Those that call it themselves: they are the ones to be told. */
export function callers(index: CatalogIndex, service: string): readonly Service[] {
  return index.catalog.services.filter(({ dependencies }) => dependencies.includes(service))
}
