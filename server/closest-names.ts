const MOST_NAMES = 3
/** No name is nearly as long; comparing thousands of characters with every name would only keep the server busy. */
const LONGEST_NAME = 200

/** The known names nearest to a mistyped one, nearest first; none where nothing is near. */
export function closestNames(name: string, known: Iterable<string>): readonly string[] {
  if (name.length > LONGEST_NAME) return []
  const farthest = Math.max(2, Math.floor(name.length / 3))
  return [...known]
    .map((candidate) => ({ candidate, distance: nearness(name, candidate) }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ candidate }) => candidate)
}

export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const names = closestNames(name, known)
  return names.length === 0 ? undefined : `Did you mean ${names.join(' or ')}?`
}

/** One name inside the other is near, however long the rest is: "gateway" finds "payment-gateway". */
function nearness(name: string, candidate: string): number {
  if (name.length > 2 && (candidate.includes(name) || name.includes(candidate))) return 1
  return editDistance(name, candidate)
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
