import type { DependencyOnWire, SetSlo } from '../../src/contract/set-slo.ts'
import {
  initialTarget,
  meetsTarget,
  neededPerPart,
  reachOfTarget,
  reachableReliability,
  shareReaching,
} from '../../src/domain/composition.ts'
import { counts } from '../../src/domain/dependency-answers.ts'
import {
  compositionRule,
  describeInitial,
  describeReach,
  describeWish,
  initialRule,
} from '../../src/domain/describe-slo-setting.ts'
import { availability } from '../../src/domain/endpoint-figures.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { EndpointEntry } from '../indicators/endpoint-table.ts'

type Parts = Pick<SetSlo, 'reach' | 'wish' | 'endpoints' | 'outcome'>
type Place = Readonly<{ service: string; deployment: string }>

/** From what can be reached with the dependencies, and what the endpoints kept so far. */
export function initialSlo(
  dependencies: readonly DependencyOnWire[],
  history: readonly EndpointEntry[],
  asked: number | undefined,
  place: Place,
  index: CatalogIndex,
): Parts {
  const promised = reachOf(dependencies, ({ promised: share }) => share)
  const kept = reachOf(dependencies, (one) => one.kept ?? one.promised)
  const cap = kept ?? 1
  const endpoints = endpointsOf(history, cap, place, index)
  const limits = endpoints.flatMap(({ best }) => best?.availability ?? [])
  const isKnown = kept !== null || limits.length > 0
  const initial = isKnown ? initialTarget(Math.min(cap, ...limits)) : null
  const uncounted = dependencies.filter((one) => (one.kept ?? one.promised) === null).map(({ name }) => name)
  const setting = {
    promised,
    kept,
    uncounted,
    initial,
    leastBest: limits.length === 0 ? null : Math.min(...limits),
    classes: dependencies.map(({ level }) => level),
  }
  const target = asked ?? initial
  return {
    reach: { promised, kept, uncounted, says: describeReach(setting), rule: compositionRule },
    wish: target === null ? null : wishOf(target, dependencies, { promised, kept }, endpoints),
    endpoints,
    outcome: { initial, leaning: describeInitial(setting), rule: initialRule },
  }
}

/** Null where none of them has a figure. */
function reachOf(
  dependencies: readonly DependencyOnWire[],
  shareOf: (one: DependencyOnWire) => number | null,
): number | null {
  const known = dependencies.flatMap((one) => {
    const reliability = shareOf(one)
    return reliability === null ? [] : [{ ...counts({ name: one.name, ...one.answer }), reliability }]
  })
  return known.length === 0 ? null : reachableReliability(known)
}

function wishOf(
  target: number,
  dependencies: readonly DependencyOnWire[],
  reached: Readonly<{ promised: number | null; kept: number | null }>,
  endpoints: SetSlo['endpoints'],
): SetSlo['wish'] {
  const reaching = dependencies.filter(({ name, answer }) => {
    const { strength, hasAdaptiveCapacity } = counts({ name, ...answer })
    return shareReaching(strength, hasAdaptiveCapacity) > 0
  })
  const partCount = reaching.length + 1
  const perPart = neededPerPart(target, partCount) ?? target
  const reach = reachOfTarget(target, reached)
  const short = reaching.filter(({ promised }) => promised !== null && !meetsTarget(promised, perPart))
  const neverKept = endpoints.filter(({ best }) => best !== null && !meetsTarget(best.availability, target))
  return {
    target,
    reach,
    partCount,
    perPart,
    says: describeWish({
      target,
      reach,
      partCount,
      perPart,
      short: short.map(({ name }) => name),
      neverKept: neverKept.map(({ name }) => name),
    }),
  }
}

/** Each endpoint's best period and its last; by name. */
function endpointsOf(
  history: readonly EndpointEntry[],
  cap: number,
  { service, deployment }: Place,
  { catalog }: CatalogIndex,
): SetSlo['endpoints'] {
  const targets = new Map(
    catalog.slos
      .filter(
        (slo) =>
          slo.service === service && slo.sli === 'availability' && slo.deployments.includes(deployment),
      )
      .map((slo) => [endpointWords(slo.endpoint), slo.target]),
  )
  return [...Map.groupBy(history, ({ figures }) => endpointWords(figures))]
    .map(([name, own]) => {
      const measured = own.flatMap(({ figures, period }) => {
        const share = availability(figures)
        return share === null ? [] : [{ availability: share, period: period.name }]
      })
      const best = measured.toSorted((a, b) => b.availability - a.availability)[0] ?? null
      return {
        name,
        target: targets.get(name) ?? null,
        best,
        last: measured.at(-1)?.availability ?? null,
        initial: best === null ? null : initialTarget(Math.min(cap, best.availability)),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
