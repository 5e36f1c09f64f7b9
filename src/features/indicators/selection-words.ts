import type { PeriodOnWire } from '../../contract/catalog.ts'
import { formatDays } from '../../ui/time-format.ts'
import type { IndicatorView } from '../../url/indicator-view.ts'

const names = [
  ['team', 'Team'],
  ['service', 'Service'],
  ['sli', 'SLI'],
  ['slo', 'SLO'],
  ['deployment', 'Deployment'],
] as const

/** What an image's figures are of, in words: what is chosen, and of which days. */
export function selectionWords(view: IndicatorView, periods: readonly PeriodOnWire[]): string {
  const choices = names
    .filter(([key]) => view[key].length > 0)
    .map(([key, name]) => `${name}: ${view[key].join(', ')}`)
  const search = view.search === '' ? [] : [`found by "${view.search}"`]
  const whole = choices.length === 0 && search.length === 0 ? ['The whole organization'] : []
  return [...whole, ...choices, ...search, ...daysOf(periods)].join('; ')
}

function daysOf(periods: readonly PeriodOnWire[]): readonly string[] {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return []
  const days = formatDays(Date.parse(first.start), Date.parse(last.end), 'UTC')
  const year = new Date(Date.parse(last.end) - 1).getUTCFullYear()
  return [`${first === last ? first.name : `${first.name} to ${last.name}`}, ${days} ${year} UTC`]
}
