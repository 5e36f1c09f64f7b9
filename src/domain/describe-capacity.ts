import {
  LOW_ADHERENCE,
  needSigns,
  signCount,
  VERY_LOW_ADHERENCE,
  type CapacitySigns,
} from './capacity-need.ts'
import { formatDelta } from './format-growth.ts'
import { formatDuration, formatShareBelow } from './format.ts'
import type { DurationTrend } from './incident-trend.ts'
import { counted, nameList, percent, sentences, someOf, withPercent } from './indicator-words.ts'
import type { CoverageHint, PeopleOnCall } from './on-call-staffing.ts'
import type { TicketTrend } from './ticket-trend.ts'
import { lineDirection } from './trend-words.ts'

export function describeTeamAdherence({
  keptCount,
  brokenCount,
  rate,
}: Readonly<{ keptCount: number; brokenCount: number; rate: number | null }>): string {
  const verdicts = keptCount + brokenCount
  if (rate === null) return 'No SLO of the team has a verdict in the closed periods in view.'
  const share = withPercent(formatShareBelow(rate, [VERY_LOW_ADHERENCE, LOW_ADHERENCE]))
  const limit = rate < VERY_LOW_ADHERENCE ? VERY_LOW_ADHERENCE : LOW_ADHERENCE
  const kept = `${share} of ${counted(verdicts, 'SLO period')} kept`
  return rate < limit ? `${kept}, fewer than ${percent(limit)}.` : `${kept}.`
}

type Manning = Readonly<{
  rotationCount: number
  people: PeopleOnCall
  singlePersonRotations: readonly string[]
  leastCovered: Readonly<{ service: string; coveredHours: number; hint: CoverageHint | null }> | null
}>

export function describeManning(manning: Manning): string {
  const { rotationCount, people, singlePersonRotations, leastCovered } = manning
  if (rotationCount === 0) return 'No rotation at all.'
  const { atLeast, atMost } = people
  const heads =
    atLeast === atMost
      ? counted(atLeast, 'person').replace('persons', 'people')
      : `${atLeast} to ${atMost} people`
  return sentences([
    `${counted(rotationCount, 'rotation')} of ${heads}.`,
    singlePersonRotations.length === 0 ? null : `Resting on one person: ${nameList(singlePersonRotations)}.`,
    coverWords(leastCovered),
  ])
}

function coverWords(least: Manning['leastCovered']): string | null {
  if (least === null) return null
  const { service, coveredHours, hint } = least
  if (hint === 'no-rotation-reliability-endangered') return `Nobody is on call for ${service}.`
  const cover = `${service} is covered ${formatDuration(coveredHours)} of 7\u00a0d`
  return hint === 'consider-24x7' ? `${cover}, less than what it promises asks for.` : `${cover}.`
}

type TicketFacts = Pick<TicketTrend, 'averageDelta' | 'direction'> & Readonly<{ ticketCount: number }>

export function describeTicketSign(facts: TicketFacts): string {
  const { ticketCount, averageDelta, direction } = facts
  if (ticketCount === 0) return 'No ticket about a service of the team is known.'
  if (direction === null || averageDelta === null) return 'Fewer than three closed periods make no trend.'
  const each = `${formatDelta(averageDelta)} a period on average`
  return `The trend is ${direction}: ${each}.`
}

export function describeRecoverySign({ points, meanMinutes, line }: DurationTrend): string {
  if (points.length === 0) return 'No resolved incident of the team is in view.'
  const took = `${counted(points.length, 'incident')}, ${formatDuration((meanMinutes ?? 0) / 60)} on average`
  if (line === null) return `${took}; fewer than three make no trend.`
  return `${took}; the trend is ${lineDirection(line)}.`
}

/** What the signs of all teams come to; whom to give people to does not follow from it. */
export function describeCapacity(teams: readonly Readonly<{ name: string; signs: CapacitySigns }>[]): string {
  if (teams.length === 0) return 'No team is in view.'
  const counts = teams.map(({ name, signs }) => ({ name, ...signCount(signs) }))
  const most = Math.max(...counts.map(({ seen }) => seen))
  const unknown = counts.filter(({ unknown: some }) => some > 0).length
  const leading = counts.filter(({ seen }) => seen === most).map(({ name }) => name)
  return sentences([
    most === 0
      ? `No sign of need is seen for ${teams.length === 1 ? 'the team' : 'any team'}.`
      : `${nameList(leading)} ${leading.length === 1 ? 'shows' : 'show'} ${most} of ${needSigns.length} signs${leading.length === 1 ? '' : ' each'}.`,
    unknown === 0
      ? null
      : `${someOf(unknown, teams.length, 'team')} ${unknown === 1 ? 'has' : 'have'} a sign that the data cannot tell.`,
  ])
}

export const capacityRule =
  `Signs of need: fewer than ${percent(LOW_ADHERENCE)} of SLO periods kept; no rotation, one of a single person, or less ` +
  'cover than what is promised asks for; growing tickets; slower recovery. They are counted, and no verdict follows: whom to ' +
  'give people or money to is decided by people.'
