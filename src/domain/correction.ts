import { type Buckets, cell } from './buckets.ts'
import { type Hour, hourFromIso } from './hours.ts'
import { type Period, periodAt, type PeriodScheme } from './period.ts'

type Signed = Readonly<{
  id: string
  author: string
  reason: string
  /** When it was recorded, RFC 3339. */
  at: string
  withdrawnAt: string | null
}>

/** Agreed maintenance or a bad measurement: the hours of [fromHour, toHour) count neither good nor total. */
export type Exclusion = Signed & Readonly<{ kind: 'exclusion'; fromHour: Hour; toHour: Hour }>

/** Depletion that a named dependency caused: gives back `share` of the grant at the start of `atHour`, never above 1. */
export type TopUp = Signed & Readonly<{ kind: 'top-up'; atHour: Hour; share: number; dependency: string }>

export type Correction = Exclusion | TopUp

/** Why a budget is corrected; each goes with one way of doing it. */
export const correctionCategories = [
  'agreed-maintenance',
  'bad-measurement',
  'internal-dependency',
  'third-party',
] as const
export type CorrectionCategory = (typeof correctionCategories)[number]

export function kindOf(category: CorrectionCategory): Correction['kind'] {
  return category === 'agreed-maintenance' || category === 'bad-measurement' ? 'exclusion' : 'top-up'
}

/** The span cut where periods end: a correction applies inside one period only. */
export function partsByPeriod(
  scheme: PeriodScheme,
  { fromHour, toHour }: HourSpan,
): readonly Readonly<{ period: Period; span: HourSpan }>[] {
  const parts: { period: Period; span: HourSpan }[] = []
  for (let hour = fromHour; hour < toHour;) {
    const period = periodAt(scheme, hour)
    const endHour = Math.min(period.endHour, toHour)
    parts.push({ period, span: { fromHour: hour, toHour: endHour } })
    hour = endHour
  }
  return parts
}

/** When a correction last changed what a period had ended with; null where none did after its end. */
export function correctedAfterEnd(
  corrections: readonly Correction[],
  { startHour, endHour }: Pick<Period, 'startHour' | 'endHour'>,
): string | null {
  const changes = corrections
    .filter((correction) => {
      const [fromHour, toHour] =
        correction.kind === 'top-up'
          ? [correction.atHour, correction.atHour + 1]
          : [correction.fromHour, correction.toHour]
      return fromHour < endHour && toHour > startHour
    })
    .flatMap(({ at, withdrawnAt }) => [at, withdrawnAt])
    .filter((at) => at !== null && (hourFromIso(at) ?? endHour) >= endHour)
  return changes.reduce<string | null>(
    (last, at) => (at !== null && (last === null || at > last) ? at : last),
    null,
  )
}

/** The buckets that count: those outside every exclusion that was not withdrawn. */
export function countedBuckets(buckets: Buckets, corrections: readonly Correction[]): Buckets {
  const spans = exclusionSpans(corrections)
  if (spans.length === 0) return buckets

  const rows: number[] = []
  for (let row = 0; row < buckets.hour.length; row += 1) {
    if (!isExcluded(spans, cell(buckets.hour, row))) rows.push(row)
  }
  return {
    hour: Float64Array.from(rows, (row) => cell(buckets.hour, row)),
    good: Float64Array.from(rows, (row) => cell(buckets.good, row)),
    total: Float64Array.from(rows, (row) => cell(buckets.total, row)),
  }
}

/** Half-open, disjoint and ascending. */
export type HourSpan = Readonly<{ fromHour: Hour; toHour: Hour }>

/** The excluded hours as spans that no longer overlap or touch, so that no hour is counted out twice. */
export function exclusionSpans(corrections: readonly Correction[]): readonly HourSpan[] {
  const spans: { fromHour: Hour; toHour: Hour }[] = []
  for (const { fromHour, toHour } of activeExclusions(corrections)) {
    const last = spans.at(-1)
    if (last && fromHour <= last.toHour) last.toHour = Math.max(last.toHour, toHour)
    else spans.push({ fromHour, toHour })
  }
  return spans
}

/** The top-ups of [fromHour, toHour) that were not withdrawn, by time. */
export function activeTopUps(
  corrections: readonly Correction[],
  fromHour: Hour,
  toHour: Hour,
): readonly TopUp[] {
  return corrections
    .filter((correction) => correction.kind === 'top-up')
    .filter((topUp) => topUp.withdrawnAt === null && topUp.atHour >= fromHour && topUp.atHour < toHour)
    .sort((a, b) => a.atHour - b.atHour)
}

export function isExcluded(spans: readonly HourSpan[], hour: Hour): boolean {
  return spans.some((span) => hour >= span.fromHour && hour < span.toHour)
}

/** What is left of `range` without the spans. */
export function spansOutside(spans: readonly HourSpan[], range: HourSpan): readonly HourSpan[] {
  if (spans.length === 0) return [range]
  const outside: HourSpan[] = []
  let { fromHour } = range
  for (const span of spans) {
    const toHour = Math.min(span.fromHour, range.toHour)
    if (fromHour < toHour) outside.push({ fromHour, toHour })
    fromHour = Math.max(fromHour, span.toHour)
  }
  if (fromHour < range.toHour) outside.push({ fromHour, toHour: range.toHour })
  return outside
}

export function excludedHours(spans: readonly HourSpan[], fromHour: Hour, toHour: Hour): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.toHour, toHour) - Math.max(span.fromHour, fromHour)),
    0,
  )
}

function activeExclusions(corrections: readonly Correction[]): readonly Exclusion[] {
  return corrections
    .filter((correction) => correction.kind === 'exclusion')
    .filter((exclusion) => exclusion.withdrawnAt === null && exclusion.fromHour < exclusion.toHour)
    .sort((a, b) => a.fromHour - b.fromHour)
}
