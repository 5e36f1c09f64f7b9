import type { DurationTrendOnWire, RecoveryTable } from '../../contract/recovery-trend.ts'
import { formatDuration } from '../../domain/format.ts'
import { counted, percent, sentences } from '../../domain/indicator-words.ts'
import { lineDirection } from '../../domain/trend-words.ts'
import type { RecoveryView } from '../../url/indicator-view.ts'

export const measureNames = { recovery: 'Time to recovery', detection: 'Time to detection' } as const

type Trends = Pick<RecoveryTable, 'recovery' | 'detection' | 'firstToDetect' | 'notDetectedInternally'>

/** What the graph says: the mean, which way the line goes, and of detection who saw it first. */
export function recoverySummary(table: Trends, measure: RecoveryView['measure']): string {
  const trend = table[measure]
  if (trend.meanMinutes === null) return `${measureNames[measure]} is known of no incident in view.`
  const { firstToDetect, notDetectedInternally } = table
  const hasDetectors = measure === 'detection' && firstToDetect !== null && notDetectedInternally !== null
  return sentences([
    `${measureNames[measure]} of ${counted(trend.count, 'incident')}: ${minutesText(trend.meanMinutes)} on average.`,
    lineWords(trend),
    hasDetectors
      ? `Own SLOs and monitoring saw ${percent(firstToDetect)} first; ${percent(notDetectedInternally)} were seen first by support, stakeholders or customers.`
      : null,
  ])
}

function lineWords({ line }: DurationTrendOnWire): string {
  if (line === null) return 'Fewer than three make no trend.'
  const ends = `from ${minutesText(line.startMinutes)} to ${minutesText(line.endMinutes)}`
  return `The trend is ${lineDirection(line)}: ${ends}.`
}

/** A line may begin or end below nothing; a time cannot. */
export function minutesText(minutes: number): string {
  return formatDuration(Math.max(0, minutes) / 60)
}
