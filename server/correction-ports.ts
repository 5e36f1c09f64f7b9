import type { Correction, CorrectionCategory } from '../src/domain/correction.ts'
import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import type { Change } from './access-ports.ts'
import type { SeriesKey } from './ports.ts'

/** A correction with all that is kept of who decided it and why. */
export type RecordedCorrection = Correction &
  Readonly<{
    /** What was recorded at once has the same one: every time of a recurring maintenance, in every SLO it is about. */
    decision: string
    category: CorrectionCategory
    /** What it is put down to; a top-up always has one. */
    dependency: string | null
    /** The rule an exclusion is one time of; null for what happens once. */
    rule: string | null
    timeZone: string | null
    withdrawnBy: string | null
    withdrawnReason: string | null
  }>

export type SeriesCorrection = Readonly<{ series: SeriesKey; correction: RecordedCorrection }>

export type Withdrawal = Readonly<{
  decision: string
  /** Only what begins at this hour or later, and before that one; null for no such end. */
  fromHour: Hour | null
  toHour: Hour | null
  reason: string
}>

/** Nothing is ever deleted: what is withdrawn stays, with who did it and when, and counts no more. */
export type CorrectionStore = Readonly<{
  list(series: SeriesKey): Promise<readonly RecordedCorrection[]>
  /** Those of every series. */
  all(): Promise<readonly SeriesCorrection[]>
  /** All of one decision, in the audit log with it, or nothing. */
  record(corrections: readonly SeriesCorrection[], change: Change): Promise<void>
  /** How many were withdrawn now: those that were before stay as they are. */
  withdraw(withdrawal: Withdrawal, change: Change): Promise<number>
}>

export function beginOf(correction: Correction): Hour {
  return correction.kind === 'top-up' ? correction.atHour : correction.fromHour
}

/** What was withdrawn before stays as it was. */
export function isWithdrawnBy(
  { decision, fromHour, toHour }: Pick<Withdrawal, 'decision' | 'fromHour' | 'toHour'>,
  correction: RecordedCorrection,
): boolean {
  const begin = beginOf(correction)
  return (
    correction.decision === decision &&
    correction.withdrawnAt === null &&
    (fromHour === null || begin >= fromHour) &&
    (toHour === null || begin < Math.max(toHour, (fromHour ?? 0) + 1))
  )
}

/** What the audit log says of a decision. */
export function decisionDeed(corrections: readonly SeriesCorrection[]) {
  const [first] = corrections
  if (first === undefined) throw new Error('A decision has at least one correction')
  const { decision, kind, category, dependency, reason, rule, timeZone } = first.correction
  return {
    action: 'record-correction',
    subject: `correction:${decision}`,
    before: null,
    after: {
      kind,
      category,
      dependency,
      reason,
      rule,
      timeZone,
      ...(first.correction.kind === 'top-up' && { share: first.correction.share }),
      series: [...new Set(corrections.map(({ series }) => `${series.sloId}@${series.deployment}`))],
      times: corrections.length,
    },
  }
}

export function withdrawalDeed({ decision, reason, fromHour, toHour }: Withdrawal, times: number) {
  const upcoming = fromHour === null ? 'all' : 'what was still to come'
  const part =
    fromHour === null || toHour === null ? upcoming : `the time that begins at ${isoFromHour(fromHour)}`
  return {
    action: 'withdraw-correction',
    subject: `correction:${decision}`,
    before: { isWithdrawn: false },
    after: { isWithdrawn: true, part, times, reason },
  }
}
