import type { BudgetHistory } from '../contract/budget-history.ts'
import { isoFromHour } from '../domain/hours.ts'
import type { CsvValue } from '../domain/csv-field.ts'
import type { BurnDownPoint } from './burn-down-points.ts'

type Csv = Readonly<{
  fileName: string
  header: readonly string[]
  rows: readonly (readonly CsvValue[])[]
}>

type Drawn = Pick<BudgetHistory, 'sloId' | 'deployment' | 'scale'>

/** Without its ending. */
export function burnDownFileName({ sloId, deployment, scale }: Drawn, isSliding: boolean): string {
  return `${sloId}-${deployment}-${isSliding ? 'sliding-28-days' : `by-${scale}`}`
}

/** Raw numbers and UTC hours: whoever opens it can recompute every figure. */
export function burnDownCsv(history: Drawn, points: readonly BurnDownPoint[], isSliding: boolean): Csv {
  return {
    fileName: `${burnDownFileName(history, isSliding)}.csv`,
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
