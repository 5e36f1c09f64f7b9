import { hourFromIso, isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { Member } from '../budgets/series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { RequestProblem } from '../problem.ts'

const idPattern = /^(.+)\.(\d{4}-\d{2}-\d{2})-(\d{2})$/

/** Stays what it is: the series and the hour in which the breach began. */
export function breachIdOf(
  { slo, deployment }: Readonly<{ slo: Pick<Member['slo'], 'id'>; deployment: string }>,
  startHour: Hour,
): string {
  const iso = isoFromHour(startHour)
  return `${slo.id}.${deployment}.${iso.slice(0, 10)}-${iso.slice(11, 13)}`
}

type NamedBreach = Readonly<{ member: Member; startHour: Hour }>

/** What an id names, whether or not there is a breach. */
export function namedBreach(id: string, index: CatalogIndex): NamedBreach {
  const found = memberAndHour(id, index)
  if (found !== null) return found
  throw new RequestProblem('not-found', {
    detail: `There is no breach "${id}"`,
    field: 'breach',
    value: id,
    hint: 'An id is the SLO, the deployment and the hour it began in',
    apiHint: 'GET /api/slo-breaches lists them',
  })
}

/** Null where the catalog knows no such series. */
export function memberAndHour(id: string, { slos }: CatalogIndex): NamedBreach | null {
  const [, series = '', day = '', hour = ''] = idPattern.exec(id) ?? []
  const startHour = hourFromIso(`${day}T${hour}:00:00Z`)
  if (startHour === null) return null
  // Both names may have dots in them.
  for (let dot = series.lastIndexOf('.'); dot > 0; dot = series.lastIndexOf('.', dot - 1)) {
    const slo = slos.get(series.slice(0, dot))
    const deployment = series.slice(dot + 1)
    if (slo?.deployments.includes(deployment)) return { member: { slo, deployment }, startHour }
  }
  return null
}
