import type { SloDeclaration } from './declarations.ts'
import { slugOf } from './name-registry.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

/** Words of names that give an SLI away. */
const wordsOfSli: Readonly<Record<string, readonly string[]>> = {
  availability: ['availability', 'available', 'uptime', 'errors', 'error', 'success'],
  latency: ['latency', 'duration', 'slow', 'fast'],
  throughput: ['throughput'],
  coverage: ['coverage'],
  correctness: ['correctness', 'correct'],
  fidelity: ['fidelity'],
  freshness: ['freshness', 'fresh', 'staleness', 'lag'],
  durability: ['durability', 'durable'],
}

/** The SLI an SLO is about; no format but ours has a field for it. */
export function sliOf(slo: SloDeclaration, indicatorName: string | null): string | null {
  if (slo.sli) return slugOf(slo.sli)
  const likely = slo.likelySli === null ? '' : slugFrom(slo.likelySli)
  if (Object.hasOwn(wordsOfSli, likely)) return likely
  const words = slugFrom(`${slo.name.name} ${indicatorName ?? ''}`).split('-')
  const told = Object.entries(wordsOfSli).find(([, some]) => some.some((word) => words.includes(word)))
  if (told) return told[0]
  const { document, path } = slo.name
  document.warn({
    rule: 'taken-as',
    path,
    problem: 'is taken for an availability SLO, because nothing says of which SLI it is',
    hint: 'Add the annotation sre-indicators/sli (Sloth: the label sli), or say it in the name.',
  })
  return 'availability'
}
