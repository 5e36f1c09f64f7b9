import type { CorrectionTime } from '../../src/contract/corrections.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt, type PeriodScheme } from '../../src/domain/period.ts'
import { correctedHours } from '../budgets/history-marks.ts'
import { beginOf, type RecordedCorrection, type Withdrawal } from '../correction-ports.ts'
import { RequestProblem } from '../problem.ts'

/** One time of a decision, whole: what the end of a period cuts in two was agreed as one. */
type Time = Readonly<{ fromHour: Hour; toHour: Hour; parts: readonly RecordedCorrection[] }>

/** Of one SLO, in order. Times that follow one another without a gap stay apart: together they are longer than any. */
export function timesOf(parts: readonly RecordedCorrection[], scheme: PeriodScheme): readonly Time[] {
  const ordered = parts
    .map((part): Time => ({ ...correctedHours(part), parts: [part] }))
    .toSorted((a, b) => a.fromHour - b.fromHour)
  const longest = Math.max(0, ...ordered.map(({ fromHour, toHour }) => toHour - fromHour))
  const times: Time[] = []
  for (const next of ordered) {
    const last = times.at(-1)
    const isCut =
      last !== undefined &&
      last.toHour === next.fromHour &&
      last.fromHour < last.toHour &&
      periodAt(scheme, next.fromHour).startHour === next.fromHour &&
      next.toHour - last.fromHour <= longest
    if (isCut)
      times[times.length - 1] = { ...last, toHour: next.toHour, parts: [...last.parts, ...next.parts] }
    else times.push(next)
  }
  return times
}

export function timeOnWire({ fromHour, toHour, parts }: Time, scheme: PeriodScheme): CorrectionTime {
  const withdrawn = parts.every(({ withdrawnAt }) => withdrawnAt !== null) ? parts[0] : undefined
  return {
    start: isoFromHour(fromHour),
    end: isoFromHour(toHour),
    periods: parts.map((part) => periodAt(scheme, beginOf(part)).name),
    withdrawnAt: withdrawn?.withdrawnAt ?? null,
    withdrawnBy: withdrawn?.withdrawnBy ?? null,
    withdrawnReason: withdrawn?.withdrawnReason ?? null,
  }
}

type Asked = Readonly<{ part: 'all' | 'upcoming' | 'one'; start: string | null }>
const MOST_NAMED = 10

/** Which of them begin to count no more. */
export function withdrawnHours(
  { part, start }: Asked,
  times: readonly Time[],
  nowHour: Hour,
): Pick<Withdrawal, 'fromHour' | 'toHour'> {
  if (part !== 'one') {
    if (start !== null) throw refused(start, 'Only one time is named by its start', [], 'Leave out start')
    return { fromHour: part === 'all' ? null : nowHour, toHour: null }
  }
  const left = times.filter(({ parts }) => parts.some(({ withdrawnAt }) => withdrawnAt === null))
  const meant = left.find(({ fromHour }) => start !== null && fromHour === Date.parse(start) / HOUR_MS)
  if (meant !== undefined) return { fromHour: meant.fromHour, toHour: meant.toHour }
  const starts = left.map(({ fromHour }) => isoFromHour(fromHour))
  throw refused(
    start,
    start === null ? '"start" is missing' : 'No time that counts begins then',
    [...starts.filter((one) => start === null || one >= start), ...starts].slice(0, MOST_NAMED),
    'Give the start of the time; GET …/times lists them all',
  )
}

const HOUR_MS = 3_600_000

function refused(
  start: string | null,
  detail: string,
  allowed: readonly string[],
  hint: string,
): RequestProblem {
  return new RequestProblem('invalid-body', {
    field: 'start',
    ...(start !== null && { value: start }),
    detail,
    ...(allowed.length > 0 && { allowed: [...new Set(allowed)] }),
    hint,
  })
}
