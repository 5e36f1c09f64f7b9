import type { Period } from '../../src/domain/period.ts'
import { didYouMean } from '../closest-names.ts'
import { invalidParameter } from '../problem.ts'

/** A column of a period that is not in the table would sort nothing. */
export function refuseOtherPeriods(sort: string, periods: readonly Period[]) {
  const shown = periods.map(({ id }) => id)
  for (const term of sort.split(',')) {
    const column = term.replace(/^-/, '')
    if (!/^\d/.test(column) || shown.includes(column)) continue
    throw invalidParameter('sort', sort, {
      detail: `"${column}" is not one of the table's periods`,
      allowed: shown,
      hint: didYouMean(column, shown) ?? 'Sort by a period that the window shows',
    })
  }
}
