import type { Rotation } from '../../src/contract/records.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'
import { invalidParameter } from '../problem.ts'
import { everyRecord } from '../indicators/read-records.ts'
import type { Moment } from '../moment.ts'

/** Ids are unique within a team only. */
export const rotationKey = ({ team, id }: Pick<Rotation, 'team' | 'id'>) => `${team}:${id}`

export async function rotationsNow({ records }: ApiDeps, { nowHour }: Moment): Promise<readonly Rotation[]> {
  const range = { from: isoFromHour(nowHour), to: isoFromHour(nowHour + 1) }
  const found = await everyRecord(
    (span) => records.rotations(range, span),
    ({ team, id, since }) => [team, id, since],
  )
  // Of one that was planned anew within the hour the later plan.
  return [...new Map(found.map((rotation) => [rotationKey(rotation), rotation])).values()]
}

export function chosenRotation(rotations: readonly Rotation[], key: string | undefined): Rotation | null {
  if (key === undefined) return null
  const found = rotations.find((rotation) => rotationKey(rotation) === key)
  if (found !== undefined) return found
  throw invalidParameter('rotation', key, {
    detail: `There is no rotation "${key}" now`,
    allowed: rotations.map(rotationKey),
    hint: 'A rotation is named by its team and its id, as in payments:primary',
  })
}
