import type { Route } from '../context.ts'
import { tablePeriods } from '../indicators/table-periods.ts'
import { listIdentity, pageOf } from '../page.ts'
import { inOrder } from '../row-order.ts'
import { policyMarks, spanOfPeriods } from '../policies/policy-marks.ts'
import { slaCurvesEntries, slaCurvesOnWire, slaCurvesOrder } from '../slas/sla-curves.ts'
import { slaDepletionAnswer, slaDepletionEntries } from '../slas/sla-depletion.ts'
import { selectedSlas, tableFrame } from '../slas/sla-page.ts'

/** I-06 as graphs: what was left of what may fail, with the releases, new targets and corrections that may have bent it. */
export const listSlaCurves: Route<'listSlaCurves'> = async ({ query }, context) => {
  const { cursor, limit, ...asked } = query
  const { index, slaBook, deps } = context
  const moment = await context.moment()
  const periods = tablePeriods(asked, moment)
  const order = slaCurvesOrder()
  const identity = listIdentity('sla-curves', asked)
  const { rows, ...said } = await context.tables.of(identity, index, moment, async () => {
    const { rows: slas, facets } = await selectedSlas(asked, periods, { ...context, moment })
    return {
      rows: inOrder(slaCurvesEntries(slas, periods), order),
      answer: slaDepletionAnswer(slaDepletionEntries(slas, periods), moment),
      facets,
    }
  })
  const page = pageOf({ items: rows, identity, ...order }, { cursor, limit })
  const window = spanOfPeriods(periods, moment)
  const findEnactments = async (seriesIds: ReadonlySet<string>) =>
    policyMarks(context, { seriesIds, budget: 'sla', window })
  return {
    ...page,
    items: await slaCurvesOnWire(page.items, periods, { slaBook, deps, moment, findEnactments }),
    ...said,
    ...tableFrame(asked, periods, moment),
  }
}
