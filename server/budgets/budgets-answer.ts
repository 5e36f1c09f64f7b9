import type { BudgetsQuery } from '../../src/contract/budget.ts'
import { describeSlosByService } from '../../src/domain/describe-slo-indicators.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { BudgetEntry } from './budget-index.ts'

type Filter = Omit<BudgetsQuery, 'period' | 'at' | 'sort' | 'cursor' | 'limit'>

const answers = new WeakMap<readonly BudgetEntry[], string>()

/** What is promised in this selection, in a sentence; worked out once for a selection that is held. */
export function budgetsAnswer(
  selected: readonly BudgetEntry[],
  filter: Filter,
  catalog: CatalogIndex,
): string {
  const known = answers.get(selected)
  if (known !== undefined) return known
  const slos = new Map(selected.map(({ series: { member } }) => [member.slo.id, member.slo]))
  const rows = [...slos.values()].map((slo) => ({
    service: slo.service,
    name: endpointWords(slo.endpoint),
    target: slo.target,
    isDefault: slo.flavor === 'default',
  }))
  const answer = describeSlosByService(rows, servicesInView(filter, rows, catalog))
  answers.set(selected, answer)
  return answer
}

/** All that could have an SLO here. What other choices leave out has none of what was asked, not none at all. */
function servicesInView(
  { team, service, ...others }: Filter,
  rows: readonly Readonly<{ service: string }>[],
  { services }: CatalogIndex,
): readonly string[] {
  const isNarrowed = Object.values(others).some((value) => value !== undefined)
  if (isNarrowed) return [...new Set(rows.map((row) => row.service))]
  const teams = team?.split(',')
  const names = service?.split(',')
  return [...services.values()]
    .filter((one) => (teams?.includes(one.team) ?? true) && (names?.includes(one.slug) ?? true))
    .map(({ slug }) => slug)
}
