import type { FeaturesOrReliability, FindingOnWire } from '../../../contract/features-or-reliability.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import type { ShortlistList } from '../../../domain/shortlist.ts'
import { indicatorNames } from '../../../url/indicator-names.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import type { PlanningView } from '../../../url/planning-view.ts'

export const stepNames = {
  1: 'Most broken',
  2: 'Soonest out, deepest',
  3: 'Fastest',
  4: 'Least available',
  5: 'Slowest',
} as const

type ListWords = Readonly<{
  question: string
  /** Heads of the figures. */
  figure: string
  indicator: string
}>

export const listWords: Readonly<Record<ShortlistList, ListWords>> = {
  'most-broken': {
    question: 'Who breaks budgets in most periods?',
    figure: 'Broken',
    indicator: indicatorNames['slo-adherence'],
  },
  'soonest-out': {
    question: 'Who runs out first?',
    figure: 'Out after',
    indicator: indicatorNames['premature-exhaustion'],
  },
  deepest: {
    question: 'Who ends deepest below zero?',
    figure: 'At the end',
    indicator: indicatorNames['premature-exhaustion'],
  },
  fastest: {
    question: 'Who burns fastest?',
    figure: 'Highest speed',
    indicator: indicatorNames['error-budget-depletion'],
  },
  'least-available': {
    question: 'Which endpoints are least available?',
    figure: 'Availability',
    indicator: indicatorNames['least-available-endpoints'],
  },
  slowest: {
    question: 'Which endpoints are slowest?',
    figure: 'Average',
    indicator: indicatorNames['slowest-endpoints'],
  },
}

/** "P11", "P1–P11". */
export function spanName(periods: FeaturesOrReliability['periods']): string {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return ''
  return first.id === last.id ? last.name : `${first.name}–${last.name}`
}

/** The page of the list's indicator with what is chosen here: the same rows in the same order. */
export function indicatorLink(
  list: ShortlistList,
  { period, periods }: Pick<FeaturesOrReliability, 'period' | 'periods'>,
  { team, deployment, at }: Pick<PlanningView, 'team' | 'deployment' | 'at'>,
) {
  const from = (list === 'most-broken' ? periods[0] : period)?.start ?? ''
  const range = { from, to: period?.end ?? '' }
  const chosen = { team, deployment, range: at === null ? range : { ...range, at } }
  const sortedBy = (column: string, descending = false) => ({ ...chosen, sort: [{ column, descending }] })
  switch (list) {
    case 'most-broken':
      return indicatorPaths.sloAdherence(sortedBy('broken', true))
    case 'soonest-out':
      return indicatorPaths.prematureExhaustion(sortedBy('exhaustion'))
    case 'deepest':
      return indicatorPaths.prematureExhaustion(sortedBy('remaining'))
    case 'fastest':
      return indicatorPaths.budgetDepletion(sortedBy('highest-speed', true))
    case 'least-available':
      return indicatorPaths.leastAvailable(chosen)
    case 'slowest':
      return indicatorPaths.slowest(chosen)
  }
}

/** "ledger POST /entries Availability, prod-us": no other row of its list is called so. */
export function findingName({ service, endpoint, slo, deployment }: FindingOnWire): string {
  const sli = slo === null ? '' : ` ${slo.sliName}`
  return `${service} ${endpointWords(endpoint)}${sli}, ${deployment}`
}
