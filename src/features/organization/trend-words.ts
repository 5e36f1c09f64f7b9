import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import type { TicketTrendTable } from '../../contract/ticket-trend.ts'
import { formatDelta, formatGrowth } from '../../domain/format-growth.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { counted, percent, sentences, withPercent } from '../../domain/indicator-words.ts'
import { detectionDrop } from '../../domain/outage-detection.ts'
import { lineDirection } from '../../domain/trend-words.ts'
import type { HomeRange } from './home-range.ts'

type Ends = Pick<HomeRange, 'asOf' | 'compare'>
type PeriodIncidents = RecoveryTable['byPeriod'][number]

/** A figure of the period reported on, and what it says beside an earlier one. */
export type TrendWords = Readonly<{ figure: string | null; against: string; summary: string }>

export function recoveryWords(
  table: Pick<RecoveryTable, 'recovery' | 'byPeriod'>,
  { asOf, compare }: Ends,
): TrendWords {
  const now = periodOf(table.byPeriod, asOf?.id)
  const before = periodOf(table.byPeriod, compare?.id)
  const mean = now?.meanRecoveryMinutes ?? null
  return {
    figure: mean === null ? null : formatDuration(mean / 60),
    against: sentencePart('on average', asOf, change(mean, before?.meanRecoveryMinutes ?? null), compare),
    summary: sentences([
      table.recovery.line === null
        ? 'Fewer than three resolved incidents make no trend.'
        : `Trend over ${counted(table.recovery.count, 'incident')}: ${lineDirection(table.recovery.line)}.`,
      now === undefined
        ? null
        : `Downtime ${formatDuration(now.downtimeMinutes / 60)} in ${now.period.name}`.concat(
            before === undefined
              ? '.'
              : `, ${formatDuration(before.downtimeMinutes / 60)} in ${before.period.name}.`,
          ),
    ]),
  }
}

export function ticketWords(
  { periods, totals }: Pick<TicketTrendTable, 'periods' | 'totals'>,
  { asOf, compare }: Ends,
): TrendWords {
  const countOf = (id: string | undefined) => {
    const at = periods.findIndex((period) => period.id === id)
    return at < 0 ? null : (totals.counts[at] ?? null)
  }
  const [now, before] = [countOf(asOf?.id), countOf(compare?.id)]
  const { averageDelta, direction } = totals
  return {
    figure: now === null ? null : formatCount(now),
    against: sentencePart('opened', asOf, change(now, before), compare),
    summary: sentences([
      averageDelta === null
        ? 'Growth takes two closed periods.'
        : `Mean change ${formatDelta(averageDelta)} per period.`,
      direction === null ? null : `The trend is ${direction}.`,
    ]),
  }
}

/** Against what was typed in for the time before SRE; without it against the earlier period, which is no proof of anything. */
export function outageWords(
  byPeriod: readonly PeriodIncidents[],
  { asOf, compare }: Ends,
  beforeSre: number | null,
): TrendWords {
  const now = periodOf(byPeriod, asOf?.id)
  const known = now !== undefined && now.detectorKnownCount > 0 ? now.seenOutsideFirstCount : null
  if (known === null) {
    return {
      figure: null,
      against: asOf === null ? '' : `in ${asOf.name}`,
      summary: 'Of no incident is known who saw it first.',
    }
  }
  const figure = formatCount(known)
  const ofKnown = `of ${counted(now?.detectorKnownCount ?? 0, 'incident')} in ${asOf?.name ?? ''}`
  if (beforeSre !== null) {
    const { drop, isGoalReached } = detectionDrop(known, beforeSre)
    return {
      figure,
      against: ofKnown,
      summary: `${dropWords(drop)} the ${beforeSre} a period before SRE. ${isGoalReached ? 'The goal of more than 50\u202f% is reached.' : 'Goal: more than 50\u202f% below.'}`,
    }
  }
  const before = periodOf(byPeriod, compare?.id)
  return {
    figure,
    against: ofKnown,
    summary: sentences([
      before === undefined ? null : `${before.seenOutsideFirstCount} in ${before.period.name}.`,
      'Goal: more than 50\u202f% below the time before SRE, of which no figure is entered.',
    ]),
  }
}

function dropWords(drop: number | null): string {
  if (drop === null) return 'Not measurable against'
  return drop >= 0 ? `${percent(drop)} below` : `${percent(-drop)} above`
}

function periodOf(byPeriod: readonly PeriodIncidents[], id: string | undefined): PeriodIncidents | undefined {
  return byPeriod.find(({ period }) => period.id === id)
}

/** "−49 %", null where there is nothing to grow from. */
function change(now: number | null, before: number | null): string | null {
  if (now === null || before === null || before === 0) return null
  return withPercent(formatGrowth((now - before) / before))
}

function sentencePart(
  word: string,
  asOf: HomeRange['asOf'],
  changed: string | null,
  compare: HomeRange['compare'],
): string {
  const own = `${word} in ${asOf?.name ?? 'this window'}`
  return changed === null || compare === null ? own : `${own}, ${changed} against ${compare.name}`
}
