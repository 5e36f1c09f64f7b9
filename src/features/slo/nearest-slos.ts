import type { Slo } from '../../contract/catalog.ts'

type Wanted = Readonly<{ sli: string; slo: string; deployment: string }>

const SHOWN = 8

/** Most alike first: the same indicator, the same deployment, then the longest part of the name in common. */
export function nearestSlos(slos: readonly Slo[], wanted: Wanted): readonly Slo[] {
  const likeness = (slo: Slo) =>
    (slo.sli === wanted.sli ? 200 : 0) +
    (slo.deployments.includes(wanted.deployment) ? 100 : 0) +
    longestCommonPart(slo.slug, wanted.slo)
  return slos
    .map((slo) => ({ slo, likeness: likeness(slo) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, SHOWN)
    .map(({ slo }) => slo)
}

function longestCommonPart(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= one.length; start += 1) {
      if (other.includes(one.slice(start, start + length))) return length
    }
  }
  return 0
}
