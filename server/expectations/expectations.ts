import {
  expectationValueOf,
  hypothesisOf,
  type Expectation,
  type Hypothesis,
  type SignalPointOnWire,
} from '../../src/contract/expectations.ts'
import { metricWords } from '../../src/domain/expectation-metric.ts'
import { standingOf, targetValue, type SignalPoint } from '../../src/domain/expectation.ts'
import { formatMonth, monthFrom, monthOfHour, monthOfPeriod, monthText } from '../../src/domain/month.ts'
import type { ApiContext } from '../context.ts'
import type { Entry } from '../entry-ports.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { stampOf, valueKeyParts } from './entered-expectations.ts'
import { readSignals, type Signals } from './signals.ts'

type Point = SignalPoint & Readonly<{ label: string }>
type Measured = Readonly<{ base: number | null; points: readonly Point[] }>

const AT_ONCE = 4
/** A line of a year says how it went; every period of services within budget costs a read of all their hours. */
const MONTHS_SHOWN = 12

/** All that can still be read, in the order they were first entered. */
export async function readExpectations(context: ApiContext): Promise<readonly Expectation[]> {
  const { entries } = context.deps
  const [kept, values, signals, moment] = await Promise.all([
    entries.list('hypothesis'),
    entries.list('expectation-value'),
    readSignals(context),
    context.moment(),
  ])
  const nowMonth = monthOfHour(moment.nowHour)
  const readable = kept.flatMap((entry) => {
    const hypothesis = hypothesisOf(entry.body)
    return hypothesis === null ? [] : [{ entry, hypothesis }]
  })
  return mapConcurrently(readable, AT_ONCE, async ({ entry, hypothesis }) => {
    const fromMonth = Math.min(nowMonth, monthFrom(hypothesis.checkpoint)) - MONTHS_SHOWN
    const measured = await measure({ id: entry.key, hypothesis, values, fromMonth }, signals)
    return onWire(entry, hypothesis, measured, nowMonth)
  })
}

type Asked = Readonly<{
  id: string
  hypothesis: Hypothesis
  values: readonly Entry[]
  /** The first month of the line. */
  fromMonth: number
}>

async function measure(
  { id, hypothesis: { source, baseline }, values, fromMonth }: Asked,
  { periods, valueOf }: Signals,
): Promise<Measured> {
  if (source.kind === 'typed') return { base: source.base, points: enteredPoints(id, values) }
  const { metric, overPeriods } = source
  const before = baseline === null ? null : [monthFrom(baseline.from), monthFrom(baseline.to)]
  const isBefore = (month: number) =>
    before !== null && month >= (before[0] ?? 0) && month <= (before[1] ?? 0)
  const base = await valueOf(
    metric,
    periods.filter((period) => isBefore(monthOfPeriod(period))),
  )
  // A value must hold nothing of the time before.
  const after = periods.filter((period) => before === null || monthOfPeriod(period) > (before[1] ?? 0))
  const spans = after.map((_period, at) => after.slice(at + 1 - overPeriods, at + 1)).slice(overPeriods - 1)
  const shown = spans.filter((span) => span.every((period) => monthOfPeriod(period) >= fromMonth))
  const points = await mapConcurrently(shown, AT_ONCE, async (span): Promise<Point | null> => {
    const period = span.at(-1)
    const value = await valueOf(metric, span)
    if (period === undefined || value === null) return null
    return { month: monthOfPeriod(period), label: period.name, value }
  })
  return { base, points: points.filter((point) => point !== null) }
}

function enteredPoints(id: string, values: readonly Entry[]): readonly Point[] {
  return values
    .flatMap((entry): readonly Point[] => {
      const parts = valueKeyParts(entry.key)
      const entered = expectationValueOf(entry.body)
      if (parts?.expectation !== id || entry.isWithdrawn || entered === null) return []
      return [{ month: monthFrom(parts.month), label: formatMonth(parts.month), value: entered.value }]
    })
    .toSorted((a, b) => a.month - b.month)
}

function onWire(
  entry: Entry,
  hypothesis: Hypothesis,
  { base, points }: Measured,
  nowMonth: number,
): Expectation {
  const { source, target, baseline, checkpoint, changedBecause } = hypothesis
  const standing = standingOf(
    {
      target,
      base,
      baseMonth: baseline === null ? null : monthFrom(baseline.to),
      checkpoint: monthFrom(checkpoint),
      isChanged: changedBecause !== null,
    },
    points,
    nowMonth,
  )
  const { state, whyNot, judged, change, reachedSince } = standing
  return {
    ...hypothesis,
    id: entry.key,
    ...stampOf(entry),
    isWithdrawn: entry.isWithdrawn,
    unit: source.kind === 'metric' ? metricWords[source.metric].unit : source.unit,
    state,
    whyNot,
    base,
    goal: targetValue(target, base),
    judged: judged === null ? null : pointOnWire(judged),
    change,
    reachedSince: reachedSince?.label ?? null,
    points: points.map(pointOnWire),
  }
}

function pointOnWire({ month, label, value }: Point): SignalPointOnWire {
  return { month: monthText(month), label, value }
}
