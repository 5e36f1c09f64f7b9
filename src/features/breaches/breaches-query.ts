import type { BreachFilters } from '../../api/breach-queries.ts'
import { defaultBreachesView, type BreachesView } from '../../url/breaches-view.ts'
import { formatIndicatorSort } from '../../url/indicator-sort.ts'

export const ownSort = [{ column: 'began', descending: true }] as const

const lists = ['team', 'service', 'sli', 'slo', 'deployment', 'rule', 'cause', 'impact'] as const

/** What the address says, as a question to the server. */
export function breachFilters(view: BreachesView): BreachFilters {
  const chosen = lists
    .filter((name) => view[name].length > 0)
    .map((name) => [name, view[name].join(',')] as const)
  return {
    ...(Object.fromEntries(chosen) as Partial<Record<(typeof lists)[number], string>>),
    ...view.range,
    ...(view.alert !== 'all' && { alert: view.alert }),
    ...(view.review !== 'all' && { review: view.review }),
    ...(view.openOnly && { open: 'only' as const }),
    ...(view.group !== 'none' && { group: view.group }),
    ...(view.search.trim() !== '' && { search: view.search.trim() }),
    sort: formatIndicatorSort(view.sort.length > 0 ? view.sort : ownSort),
  }
}

/** How the list is looked at, not what is in it. */
const looks = ['sort', 'group']

/** Choices beyond what the page shows by itself, each of which a reset takes back. */
export function setCountOf(view: BreachesView): number {
  const chosen: Readonly<Record<string, unknown>> = view
  return Object.entries(defaultBreachesView).filter(
    ([name, value]) => !looks.includes(name) && JSON.stringify(chosen[name]) !== JSON.stringify(value),
  ).length
}
