import { capacityRule, describeCapacity } from '../../src/domain/describe-capacity.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { Route } from '../context.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { periodOnWire } from '../wire.ts'
import { teamsInNeed } from '../workflows/sre-capacity.ts'

/** W6: which teams show signs that they need more people for reliability. Signs are counted; nothing follows from them. */
export const readSreCapacity: Route<'readSreCapacity'> = async ({ query }, context) => {
  const { index } = context
  const moment = await context.moment()
  const periods = tablePeriods(query, moment)
  const teams = await teamsInNeed(query, periods, { ...context, moment })
  const named = ({ slug, name }: Readonly<{ slug: string; name: string }>) => ({ slug, name })
  return {
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    teams: teams.map(({ wire }) => wire),
    choices: {
      teams: index.catalog.teams.map(named),
      deployments: index.catalog.deployments.map(named),
    },
    says: describeCapacity(teams.map(({ wire: { name }, signs }) => ({ name, signs }))),
    rule: capacityRule,
    dataUpTo: isoFromHour(moment.nowHour),
  }
}
