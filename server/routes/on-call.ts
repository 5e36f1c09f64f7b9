import { countBy } from '../on-call/count-by.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { onCallGroup, onCallGroups, onCallRank, type OnCallGroup } from '../../src/domain/on-call-order.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { readSummaries } from '../budgets/budget-summary.ts'
import { selectedSeries } from '../budgets/selected-series.ts'
import type { Route } from '../context.ts'
import { chosenRotation, rotationKey, rotationsNow } from '../on-call/rotations.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'

type Row = Readonly<{ entry: BudgetEntry; group: OnCallGroup; position: Position }>

export const listOnCall: Route<'listOnCall'> = async ({ query }, context) => {
  const { team, search, rotation: key, shown } = query
  const moment = await context.moment()
  const period = moment.currentPeriod
  const [{ entries }, rotations] = await Promise.all([
    context.budgetIndexes.of(period, context.index, moment),
    rotationsNow(context.deps, moment),
  ])
  const isSelected = selectedSeries({ team, search }, context.index)
  const rotation = chosenRotation(rotations, key)
  const rows = entries
    .filter(({ series }) => series.isProduction && isSelected(series))
    .filter(
      ({ series: { member } }) =>
        rotation === null ||
        (rotation.services.includes(member.slo.service) && rotation.deployments.includes(member.deployment)),
    )
    .flatMap(rowOf)
  const counts = countBy(rows, ({ group }) => group)
  const wanted = shown === undefined ? null : new Set(shown.split(','))
  const page = pageOf(
    {
      items: rows
        .filter(({ group }) => wanted?.has(group) ?? true)
        .toSorted((a, b) => compareAscending(a.position, b.position)),
      identity: listIdentity(`on-call ${period.id}`, query),
      positionOf: ({ position }) => position,
      compare: compareAscending,
    },
    query,
  )
  const summaries = await readSummaries(
    page.items.map(({ entry }) => entry),
    period,
    moment,
    context.book,
  )
  return {
    ...page,
    items: page.items.flatMap(({ group }, row) => {
      const summary = summaries[row]
      return summary === undefined ? [] : [{ ...summary, group }]
    }),
    groups: onCallGroups.map((group) => ({ group, count: counts.get(group) ?? 0 })),
    rotations: rotations.map((one) => ({ key: rotationKey(one), team: one.team, name: one.name ?? one.id })),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

function rowOf(entry: BudgetEntry): Row[] {
  const { budget, burning } = entry.standing
  const group = onCallGroup(budget.state, burning !== null)
  if (group === null) return []
  const rank = onCallRank({ group, rate: burning?.rate ?? null, remaining: budget.remaining })
  return [{ entry, group, position: [...rank, entry.series.id] }]
}
