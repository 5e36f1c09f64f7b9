import { countStates } from '../../src/domain/roll-up.ts'
import { worstState } from '../../src/domain/state.ts'
import type { Route } from '../context.ts'

/** Production alone: what happens in staging keeps no customer waiting. */
export const listTeams: Route<'listTeams'> = async (_request, { index, budgetIndexes, moment }) => {
  const now = await moment()
  const { entries } = await budgetIndexes.of(now.currentPeriod, index, now)
  const production = Map.groupBy(
    entries.filter((entry) => entry.series.isProduction),
    (entry) => entry.series.member.slo.team,
  )
  const items = index.catalog.teams.map(({ slug, name }) => {
    const series = production.get(slug) ?? []
    const states = series.map((entry) => entry.standing.budget.state)
    return {
      slug,
      name,
      serviceCount: index.catalog.services.filter((service) => service.team === slug).length,
      seriesCount: series.length,
      states: countStates(states),
      worstState: worstState(states),
      burningCount: series.filter((entry) => entry.standing.burning !== null).length,
    }
  })
  return { items }
}
