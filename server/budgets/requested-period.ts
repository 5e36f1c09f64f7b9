import { periodById, type Period } from '../../src/domain/period.ts'
import { didYouMean } from '../closest-names.ts'
import { periodsWithData, type Moment } from '../moment.ts'
import { invalidParameter } from '../problem.ts'

/** The period an id names, `current` and nothing at all meaning the open one. */
export function requestedPeriod(id: string | undefined, moment: Moment): Period {
  if (id === undefined || id === 'current') return moment.currentPeriod
  const held = periodsWithData(moment)
  const period = held.find((candidate) => candidate.id === id)
  if (period !== undefined) return period
  const allowed = ['current', ...held.map((candidate) => candidate.id)]
  const isNamed = periodById(moment.scheme, id) !== null
  throw invalidParameter('period', id, {
    detail: isNamed ? `There are no data for the period "${id}"` : `There is no period "${id}"`,
    allowed,
    hint: didYouMean(id, allowed),
    apiHint: 'GET /api/periods lists them',
  })
}
