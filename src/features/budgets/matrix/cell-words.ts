import type { Matrix, MatrixCell } from '../../../contract/hierarchy.ts'
import type { MatrixRows } from '../../../contract/names.ts'
import { formatBurnRate, formatRemaining } from '../../../domain/format.ts'
import { statesBySeverity } from '../../../domain/state.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { windowWords } from '../../../ui/slo-words.ts'
import { stateWords } from '../../../ui/state-words.ts'

type CellPlace = Readonly<{ rowName: string; columnName: string; rows: MatrixRows }>

/** All that a cell shows, for those who hear it or rest the pointer on it. */
export function cellWords(
  cell: MatrixCell,
  { rowName, columnName, rows }: CellPlace,
  earlierPeriods: Matrix['earlierPeriods'],
): string {
  const { verb, path } = cell.worst.endpoint
  const worst = [verb, path, cell.worst.sliName].filter(Boolean).join(' ')
  const isSum = rows !== 'slo' || cell.seriesCount > 1
  return [
    `${rowName}, ${columnName}`,
    isSum ? countWords(cell) : null,
    isSum ? `worst ${rows === 'team' || rows === 'sli' ? `${cell.worst.service} ` : ''}${worst}` : null,
    standingWords(cell),
    earlierWords(cell, earlierPeriods),
  ]
    .filter((part) => part !== null)
    .join('; ')
}

function standingWords({ worst: { budget, burning } }: MatrixCell): string {
  const { state, remaining, total } = budget
  const left = remaining === null || total === 0 ? null : `${formatRemaining(remaining)}${NARROW_SPACE}% left`
  const rate =
    burning && `burning ${formatBurnRate(burning.rate)} times over ${windowWords(burning.longHours)}`
  return [stateWords[state], left, rate].filter(Boolean).join(', ')
}

function countWords({ seriesCount, states }: MatrixCell): string {
  const counts = statesBySeverity
    .filter((state) => states[state] > 0)
    .map((state) => `${states[state]} ${stateWords[state].toLowerCase()}`)
  return `${seriesCount} ${seriesCount === 1 ? 'budget' : 'budgets'}: ${counts.join(', ')}`
}

function earlierWords({ earlier }: MatrixCell, periods: Matrix['earlierPeriods']): string {
  return earlier
    .map(({ state, broken, counted }, at) => {
      const name = periods[at]?.name ?? ''
      if (state === null) return `${name} not there yet`
      const share = counted > 1 && broken > 0 ? ` ${broken} of ${counted}` : ''
      return `${name} ${stateWords[state].toLowerCase()}${share}`
    })
    .join(', ')
}
