import type { Incident } from '../incident.ts'

/** 2 November 2026, the beginning of `fourWeekPeriod`. */
export const START_MS = 498_216 * 3_600_000

type Minutes = Readonly<{
  id?: string
  startedMinute?: number | null
  detectedMinute?: number | null
  createdMinute?: number
  resolvedMinute?: number | null
}>

const atMinute = (minute: number | null) => (minute === null ? null : START_MS + minute * 60_000)

/** Times in minutes since `START_MS`; half an hour long unless told otherwise. */
export function incident(times: Minutes = {}): Incident {
  const { id = 'INC-1', startedMinute = null, detectedMinute = null, createdMinute = 0 } = times
  const { resolvedMinute = createdMinute + 30 } = times
  return {
    id,
    services: ['checkout'],
    deployments: [],
    startedMs: atMinute(startedMinute),
    detectedMs: atMinute(detectedMinute),
    createdMs: START_MS + createdMinute * 60_000,
    resolvedMs: atMinute(resolvedMinute),
    detectedBy: null,
  }
}
