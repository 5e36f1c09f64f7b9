import { HOURS_PER_WEEK } from './hours.ts'
import type { Rotation } from './on-call-coverage.ts'

/** People who serve in several rotations are counted in each for the `sum`, and once for the two bounds. */
export type PeopleOnCall = Readonly<{ sum: number; atLeast: number; atMost: number }>

type HeadCount = Pick<Rotation, 'primaryPeople' | 'backupPeople' | 'sharedPeople'>

/**
 * All rotations of one team. Each says how many of its people another one counts too, which is exact for two rotations and
 * leaves a range for more: somebody counted three times may be one person in three or, with others, several in two.
 * Where one does not say, or where what they say cannot be, anything from the largest rotation to the sum is possible.
 */
export function peopleOnCall(rotations: readonly HeadCount[]): PeopleOnCall {
  const counts = rotations.map(headCount)
  const sum = total(counts)
  const unknown = { sum, atLeast: Math.max(0, ...counts), atMost: sum }
  const shared = rotations.map(({ sharedPeople }) => sharedPeople).filter((count) => count !== null)
  if (shared.length < rotations.length) return unknown

  const once = sum - total(shared)
  const atLeast = Math.max(once + Math.max(0, ...shared), unknown.atLeast)
  const atMost = once + Math.floor(total(shared) / 2)
  return atLeast <= atMost ? { sum, atLeast, atMost } : unknown
}

/** Share of a team that takes part, of those who certainly do. Null without a team. */
export function shareOnCall({ atLeast }: PeopleOnCall, teamSize: number): number | null {
  return teamSize > 0 ? Math.min(1, atLeast / teamSize) : null
}

/** When that person is ill or asleep, nobody comes. */
export function singlePersonRotations<One extends HeadCount>(rotations: readonly One[]): readonly One[] {
  return rotations.filter((rotation) => headCount(rotation) <= 1)
}

function headCount({ primaryPeople, backupPeople }: HeadCount): number {
  return primaryPeople + backupPeople
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Their reliability is endangered: they are first in line for help. */
export function teamsWithoutRotation(
  teams: readonly string[],
  rotations: readonly Pick<Rotation, 'team'>[],
): readonly string[] {
  const withRotation = new Set(rotations.map(({ team }) => team))
  return teams.filter((team) => !withRotation.has(team))
}

export const deploymentCadences = ['daily', 'weekly', 'monthly', 'rarer'] as const
export type DeploymentCadence = (typeof deploymentCadences)[number]

const WORKING_DAYS_PER_WEEK = 5
const DAYS_PER_WEEK = 7
const DAYS_PER_PERIOD = 28

/** How often a service is deployed, from what was seen in some days; the references only use the words. */
export function deploymentCadence(deployments: number, days: number): DeploymentCadence {
  const perDay = days > 0 ? deployments / days : 0
  if (perDay >= WORKING_DAYS_PER_WEEK / DAYS_PER_WEEK) return 'daily'
  if (perDay >= 1 / DAYS_PER_WEEK) return 'weekly'
  return perDay >= 1 / DAYS_PER_PERIOD ? 'monthly' : 'rarer'
}

export const coverageHints = [
  'no-rotation-reliability-endangered',
  'consider-24x7',
  'more-than-needed',
] as const
export type CoverageHint = (typeof coverageHints)[number]

type CoverageFacts = Readonly<{
  rotationCount: number
  /** Of a week's 168. */
  coveredHours: number
  /** The tightest of the service; null without an availability SLO. */
  availabilityTarget: number | null
  cadence: DeploymentCadence
}>

/** 16x7. */
const LONG_COVER_HOURS = 112
const TIGHT_TARGET = 0.9999
const LOOSE_TARGET = 0.99

/** Only outside of the references' two limits is there anything to say; between them people know better. */
export function coverageHint(facts: CoverageFacts): CoverageHint | null {
  const { rotationCount, coveredHours, availabilityTarget, cadence } = facts
  if (rotationCount === 0) return 'no-rotation-reliability-endangered'
  if (availabilityTarget === null) return null
  const isTight = availabilityTarget > TIGHT_TARGET && cadence === 'daily'
  if (isTight && coveredHours < HOURS_PER_WEEK) return 'consider-24x7'
  const isLoose = availabilityTarget < LOOSE_TARGET && cadence === 'rarer'
  return isLoose && coveredHours >= LONG_COVER_HOURS ? 'more-than-needed' : null
}
