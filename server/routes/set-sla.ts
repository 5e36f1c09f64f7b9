import { isoFromHour } from '../../src/domain/hours.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { Route } from '../context.ts'
import { incidentEntries } from '../indicators/incident-table.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { knownSlas } from '../slas/known-slas.ts'
import { outageCosts } from '../slas/outage-costs.ts'
import { selectedSlas } from '../slas/sla-page.ts'
import { periodOnWire } from '../wire.ts'
import { teamsOnSla, tighteningOutcome } from '../workflows/set-sla.ts'

/** W5: whether the data of every team that would have to hold it support a tighter SLA. */
export const readSetSla: Route<'readSetSla'> = async ({ query }, context) => {
  const { index, deps } = context
  const moment = await context.moment()
  const periods = tablePeriods(query, moment)
  const closed = periods.filter((period) => !isOpenAt(period, moment.nowHour))
  const { rows } = await selectedSlas(query, closed, { ...context, moment })
  const teams = teamsOnSla({
    rows,
    incidents: await incidentEntries(deps.records, periods, index, moment),
    periods,
    closed,
    deployment: query.deployment,
    index,
    moment,
    nowMs: deps.now(),
  })
  const carrying = new Set(
    knownSlas(index).contracts.flatMap(({ parts }) => parts.map(({ slo }) => slo.team)),
  )
  const named = ({ slug, name }: Readonly<{ slug: string; name: string }>) => ({ slug, name })
  return {
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    closedPeriods: closed.map((period) => periodOnWire(period, moment.nowHour)),
    teams: teams.map(({ wire }) => wire),
    choices: {
      teams: index.catalog.teams.filter(({ slug }) => carrying.has(slug)).map(named),
      contracts: index.catalog.contracts.map((contract) => ({ ...named(contract), since: contract.since })),
      deployments: index.catalog.deployments.map(named),
    },
    // Of those that began in the open period too, which is no evidence of anything yet.
    costs: await outageCosts((await selectedSlas(query, periods, { ...context, moment })).rows, periods, {
      records: deps.records,
      index,
      moment,
    }),
    outcome: tighteningOutcome(teams),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}
