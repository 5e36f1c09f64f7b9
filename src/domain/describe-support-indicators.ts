import { compareAbsentLast } from './compare-absent-last.ts'
import { formatDuration } from './format.ts'
import { formatGrowth } from './format-growth.ts'
import type { DurationTrend } from './incident-trend.ts'
import { counted, nameList, sentences, someOf, withPercent } from './indicator-words.ts'
import type { ServiceCoverage } from './on-call-coverage.ts'
import type { RepeatedProblem } from './ticket-counts.ts'
import type { TicketTrend } from './ticket-trend.ts'
import { lineDirection } from './trend-words.ts'

type TicketRow = Readonly<{
  service: string
  trend: Pick<TicketTrend, 'averageRate' | 'averageDelta' | 'direction'>
}>

/** I-08: for which services customers ask for more and more help. Problems as `repeatedProblems` lists them. */
export function describeTickets(
  rows: readonly TicketRow[],
  problems: readonly RepeatedProblem[],
  ticketCount: number,
): string {
  if (rows.length === 0) return 'No service is in view.'
  if (ticketCount === 0)
    return `No ticket about ${rows.length === 1 ? 'the service' : 'any service'} in view is known.`
  if (rows.every(({ trend }) => trend.averageDelta === null)) {
    return 'Tickets can grow from one closed period to the next: there are not two in view.'
  }
  const growing = rows
    .filter(isGrowing)
    .toSorted((a, b) => compareAbsentLast(a.trend.averageRate, b.trend.averageRate, 'descending'))
  const [problem] = problems
  return sentences([
    growing.length === 0
      ? `Tickets grew for ${rows.length === 1 ? 'no service' : `none of ${counted(rows.length, 'service')}`}.`
      : `Tickets grew for ${someOf(growing.length, rows.length, 'service').toLowerCase()}: ${nameList(growing.map(growth))}.`,
    problem
      ? `${counted(problem.ticketCount, 'ticket')} ${problem.ticketCount === 1 ? 'is' : 'are'} about one problem, ${problem.problem}, in ${counted(problem.periodIds.length, 'period')}.`
      : null,
  ])
}

/** By the line through the periods; of two periods, which make no line, by their difference. */
function isGrowing({ trend }: TicketRow): boolean {
  if (trend.direction !== null) return trend.direction === 'upward'
  return trend.averageDelta !== null && trend.averageDelta > 0
}

/** Out of a period without tickets nothing has a rate: the mean of the others may fall where the line rises. */
function growth({ service, trend: { averageRate } }: TicketRow): string {
  if (averageRate === null) return `${service} (new)`
  return `${service} (${averageRate > 0 ? withPercent(formatGrowth(averageRate)) : 'trend upward'})`
}

type OnCallFacts = Readonly<{
  services: readonly Pick<ServiceCoverage, 'service' | 'gapHours' | 'longestGapHours'>[]
  teamsWithoutRotation: readonly string[]
  singlePersonRotations: readonly string[]
}>

/** I-09: when nobody would come. Those who are first in line for help are named first. */
export function describeOnCall({
  services,
  teamsWithoutRotation,
  singlePersonRotations,
}: OnCallFacts): string {
  if (services.length === 0) return 'No service is in view.'
  return sentences([
    teamsWithoutRotation.length === 0 ? null : `No rotation at all: ${nameList(teamsWithoutRotation)}.`,
    aroundTheClock(services),
    singlePersonRotations.length === 0 ? null : `Resting on one person: ${nameList(singlePersonRotations)}.`,
  ])
}

function aroundTheClock(services: OnCallFacts['services']): string {
  const full = services.filter(({ gapHours }) => gapHours === 0).length
  const who = full === 0 ? 'No service' : someOf(full, services.length, 'service')
  const covered = `${who} ${full < 2 ? 'is' : 'are'} covered around the clock`
  const [widest] = services.toSorted(
    (a, b) => b.gapHours - a.gapHours || b.longestGapHours - a.longestGapHours,
  )
  if (!widest || widest.gapHours === 0) return `${covered}.`
  const hours = `${formatDuration(widest.gapHours)} of every week`
  return `${covered}; ${widest.service} has the least cover: nobody for ${hours}, ${formatDuration(widest.longestGapHours)} of them in a row.`
}

type RecoveryFacts = Readonly<{
  trend: Pick<DurationTrend, 'points' | 'meanMinutes' | 'line'>
  openCount: number
  downtimeMinutes: number
}>

/** I-10: whether recovery gets slower or faster, and, since a mean can flatter, how long it hurt in all. */
export function describeRecovery({ trend, openCount, downtimeMinutes }: RecoveryFacts): string {
  const { points, meanMinutes, line } = trend
  if (points.length === 0 && openCount === 0) return 'No incident is in view.'
  const open = openCount === 0 ? null : `${counted(openCount, 'incident')} still open.`
  const downtime = `Together ${formatDuration(downtimeMinutes / 60)} of downtime.`
  if (meanMinutes === null) return sentences(['No incident in view is resolved.', open, downtime])
  const took = `${counted(points.length, 'incident')} took ${formatDuration(meanMinutes / 60)} to recover from on average`
  return sentences([`${took}; ${direction(line)}.`, downtime, open])
}

function direction(line: DurationTrend['line']): string {
  if (!line) return 'fewer than three make no trend'
  return `the trend is ${lineDirection(line)}`
}
