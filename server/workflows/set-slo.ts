import type { Service } from '../../src/contract/catalog.ts'
import type { DependencyOnWire, PromiseOnWire } from '../../src/contract/set-slo.ts'
import { adherence, type Adherence } from '../../src/domain/adherence.ts'
import { unanswered, type DependencyAnswer } from '../../src/domain/dependency-answers.ts'
import { describeKept, describeLevel } from '../../src/domain/describe-slo-setting.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import type { Period } from '../../src/domain/period.ts'
import type { PeriodBudget } from '../../src/domain/period-budget.ts'
import { keptOverTime, serviceLevelClass, type KeptStanding } from '../../src/domain/service-level-class.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiContext } from '../context.ts'
import { seriesOverPeriods, type SeriesOverPeriods } from '../indicators/period-entries.ts'
import type { Moment } from '../moment.ts'
import { knownSlas } from '../slas/known-slas.ts'
import { slasOverPeriods, type EndpointOverPeriods } from '../slas/slas-over-periods.ts'

type Source = Pick<ApiContext, 'deps' | 'index' | 'slaBook' | 'budgetIndexes'> & Readonly<{ moment: Moment }>

/** What is read once for all dependencies. */
type Promises = Readonly<{
  slos: readonly SeriesOverPeriods[]
  slas: readonly EndpointOverPeriods[]
  index: CatalogIndex
}>

const AVAILABILITY = 'availability'

/** What the catalog names, then what corrections name that is not in it, then what a person added. */
export async function dependenciesOf(
  service: Service,
  deployment: string,
  answers: readonly DependencyAnswer[],
  closed: readonly Period[],
  source: Source,
): Promise<readonly DependencyOnWire[]> {
  const { index } = source
  const corrections = await externalCorrections(service, source)
  const names = new Set([...service.dependencies, ...corrections.keys(), ...answers.map(({ name }) => name)])
  names.delete(service.slug)
  const internal = [...names].flatMap((name) => index.services.get(name) ?? [])
  const slugs = new Set(internal.map(({ slug }) => slug))
  const endpoints = knownSlas(index).endpoints.filter(({ slo }) => slugs.has(slo.service))
  const [slos, slas] = await Promise.all([
    seriesOverPeriods(source, closed, ({ member }) => slugs.has(member.slo.service)),
    slasOverPeriods({ contracts: [], endpoints }, closed, source),
  ])
  const promises = { slos, slas: slas.endpoints, index }
  return [...names].map((name) => {
    const answer = answers.find((one) => one.name === name) ?? unanswered(name)
    const known = index.services.get(name)
    return known === undefined
      ? externalDependency(answer, corrections.get(name) ?? 0)
      : internalDependency(known, deployment, answer, promises)
  })
}

/** By name, how often what is no service of the catalog was made answerable for lost budget of this one. */
async function externalCorrections(
  { slug }: Service,
  { deps, index }: Source,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, Set<string>>()
  for (const { series, correction } of await deps.corrections.all()) {
    const { dependency, category, decision, withdrawnAt } = correction
    if (dependency === null || withdrawnAt !== null || category === 'internal-dependency') continue
    if (index.slos.get(series.sloId)?.service !== slug || index.services.has(dependency)) continue
    counts.set(dependency, (counts.get(dependency) ?? new Set()).add(decision))
  }
  return new Map([...counts].map(([name, decisions]) => [name, decisions.size]))
}

function internalDependency(
  service: Service,
  deployment: string,
  answer: DependencyAnswer,
  { slos, slas, index }: Promises,
): DependencyOnWire {
  const places = placesOf(service, deployment, index)
  const own = slos.filter(
    ({ series: { member } }) => member.slo.service === service.slug && places.includes(member.deployment),
  )
  const promised = slas.filter(
    ({ sla: { slo, member } }) => slo.service === service.slug && places.includes(member.deployment),
  )
  const ofSlos = own.map((over) => sloPromise(over))
  const ofSlas = promised.map((over) => slaPromise(over, index))
  const slosKept = keptOf(ofSlos, 'SLO')
  const slasKept = keptOf(ofSlas, 'SLA')
  const { level, note } = serviceLevelClass(slosKept.standing, slasKept.standing)
  const available = own.filter(({ series: { member } }) => member.slo.sli === AVAILABILITY)
  return {
    name: service.slug,
    service: {
      slug: service.slug,
      name: service.name,
      team: service.team,
      teamName: index.teams.get(service.team)?.name ?? service.team,
    },
    deployments: [...places],
    correctionCount: 0,
    slas: slasKept,
    slos: slosKept,
    level,
    note,
    levelSays: describeLevel(level, note),
    promised: least(available.map(({ series: { member } }) => member.slo.target)),
    kept: least(available.flatMap(({ entries }) => keptShare(entries.map(budgetOf)) ?? [])),
    answer: answerOnWire(answer),
  }
}

/** Where it stands beside the service, or else wherever it is in production. */
function placesOf(service: Service, deployment: string, { deployments }: CatalogIndex): readonly string[] {
  if (service.deployments.includes(deployment)) return [deployment]
  return service.deployments.filter((one) => deployments.get(one)?.kind === 'production')
}

function sloPromise({ series, entries }: SeriesOverPeriods): PromiseOnWire {
  const { slo, deployment } = series.member
  return {
    id: slo.id,
    slug: slo.slug,
    name: endpointWords(slo.endpoint),
    sli: slo.sli,
    sliName: series.sliName,
    target: slo.target,
    thresholdMs: slo.thresholdMs,
    deployment,
    cells: entries.map((entry) => cellOf(budgetOf(entry))),
  }
}

function slaPromise({ sla, budgets }: EndpointOverPeriods, { slis }: CatalogIndex): PromiseOnWire {
  const { slo, slaTarget, member } = sla
  return {
    id: slo.id,
    slug: slo.slug,
    name: endpointWords(slo.endpoint),
    sli: slo.sli,
    sliName: slis.get(slo.sli)?.name ?? slo.sli,
    target: slaTarget,
    thresholdMs: slo.thresholdMs,
    deployment: member.deployment,
    cells: budgets.map(cellOf),
  }
}

const budgetOf = (entry: SeriesOverPeriods['entries'][number]) => entry?.standing.budget ?? null

function cellOf(budget: PeriodBudget | null): Adherence {
  return adherence({ isOpen: false, state: budget?.state ?? null })
}

function keptOf(items: PromiseOnWire[], noun: 'SLO' | 'SLA') {
  const kept = keptOverTime(items.map(({ cells }) => cells))
  return { ...kept, says: describeKept(kept, noun), items }
}

/** Of all events of the periods; null where there were none. */
function keptShare(budgets: readonly (PeriodBudget | null)[]): number | null {
  const sum = (of: (budget: PeriodBudget) => number) =>
    budgets.reduce((all, budget) => all + (budget === null ? 0 : of(budget)), 0)
  const total = sum((budget) => budget.total)
  return total === 0 ? null : sum(({ good }) => good) / total
}

function least(shares: readonly number[]): number | null {
  return shares.length === 0 ? null : Math.min(...shares)
}

/** Nothing is known of it but what people say and what was corrected for it. */
function externalDependency(answer: DependencyAnswer, correctionCount: number): DependencyOnWire {
  const { promise, isKept } = answer
  const standing: KeptStanding =
    promise === null ? 'none' : isKept === null ? 'no-data' : isKept ? 'fulfilled' : 'broken'
  const { level, note } = serviceLevelClass('none', standing)
  return {
    name: answer.name,
    service: null,
    deployments: [],
    correctionCount,
    slas: {
      standing,
      count: promise === null ? 0 : 1,
      brokenCount: standing === 'broken' ? 1 : 0,
      silentCount: standing === 'no-data' ? 1 : 0,
      says: externalWords[standing] ?? '',
      items: [],
    },
    slos: null,
    level,
    note,
    levelSays: describeLevel(level, note),
    promised: promise,
    kept: null,
    answer: answerOnWire(answer),
  }
}

const externalWords: Readonly<Partial<Record<KeptStanding, string>>> = {
  none: 'No SLA entered.',
  'no-data': 'An SLA, without published adherence.',
  fulfilled: 'An SLA, kept as published.',
  broken: 'An SLA, broken as published.',
}

function answerOnWire({ name: _name, ...answer }: DependencyAnswer): DependencyOnWire['answer'] {
  return answer
}
