import type { BudgetHistory } from '../contract/budget.ts'
import { isoFromHour } from '../domain/hours.ts'
import type { CsvValue } from '../domain/csv-field.ts'
import type { BurnDownPoint } from './burn-down-points.ts'

type Csv = Readonly<{
  fileName: string
  header: readonly string[]
  rows: readonly (readonly CsvValue[])[]
}>

/** Raw numbers and UTC hours: whoever opens it can recompute every figure. */
export function burnDownCsv(
  { sloId, deployment, scale }: Pick<BudgetHistory, 'sloId' | 'deployment' | 'scale'>,
  points: readonly BurnDownPoint[],
  isSliding: boolean,
): Csv {
  return {
    fileName: `${sloId}-${deployment}-${isSliding ? 'sliding-28-days' : `by-${scale}`}.csv`,
    header: ['hour', 'good', 'total', 'remaining', 'raw_remaining', 'period'],
    rows: points.map(({ fromHour, good, total, correctedRemaining, rawRemaining, periodName }) => [
      isoFromHour(fromHour),
      good,
      total,
      correctedRemaining,
      rawRemaining,
      periodName,
    ]),
  }
}
