import { DEFAULT_SORT } from '../budgets/budget-sort.ts'
import { requestedPeriod } from '../budgets/requested-period.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { rollUp } from '../hierarchy/roll-up.ts'
import { periodOnWire } from '../wire.ts'

export const readRollUp: Route<'readRollUp'> = async ({ query }, context) => {
  const { period: periodId, deployment, stage, ...everywhere } = query
  const moment = await context.moment()
  const period = requestedPeriod(periodId, moment)
  const deployments = chosenNames('deployment', deployment, context.index.deployments)
  const isOneSlo = everywhere.slo !== undefined && !everywhere.slo.includes(',')
  const index = await context.budgetIndexes.of(period, context.index, moment)
  return {
    period: periodOnWire(period, moment.nowHour),
    ...rollUp(index.select(everywhere, DEFAULT_SORT), { deployments, stage, isOneSlo }, context.index),
  }
}
