/** The places of the app, those whose name shares most letter pairs with the address first. */
export function nearestPlaces<Name extends string>(path: string, names: readonly Name[]): readonly Name[] {
  const asked = pairs(path)
  const shared = (name: string) => {
    const own = pairs(name)
    return [...own].filter((pair) => asked.has(pair)).length / own.size
  }
  return names.toSorted((a, b) => shared(b) - shared(a))
}

function pairs(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replaceAll(/[^a-z]/g, '')
  return new Set(
    Array.from({ length: Math.max(1, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  )
}
