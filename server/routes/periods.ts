import type { Route } from '../context.ts'
import { periodsWithData } from '../moment.ts'
import { requestedRange } from '../window-range.ts'
import { periodOnWire } from '../wire.ts'

export const listPeriods: Route<'listPeriods'> = async ({ query }, { moment }) => {
  const now = await moment()
  const { fromHour, toHour } = requestedRange(query, now)
  const items = periodsWithData(now)
    .filter(({ startHour, endHour }) => startHour < toHour && endHour > fromHour)
    .map((period) => periodOnWire(period, now.nowHour))
  return { items }
}
