import type { ZoneOffset } from '../../src/domain/recurrence.ts'
import { zoneMinutes } from '../zone-minutes.ts'

const MINUTE_MS = 60_000

export function zoneOffset(timeZone: string): ZoneOffset {
  return (at) => zoneMinutes(timeZone, at * MINUTE_MS)
}
