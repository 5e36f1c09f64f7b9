import type { NewCorrection } from '../../src/contract/corrections.ts'
import type { Slo } from '../../src/contract/catalog.ts'
import { type HourSpan, kindOf, partsByPeriod } from '../../src/domain/correction.ts'
import { hourFromIso, isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { parseRecurrence, type Recurrence } from '../../src/domain/recurrence.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Moment } from '../moment.ts'
import { RequestProblem } from '../problem.ts'
import { MOST_AHEAD_HOURS, spansOf } from './spans-of.ts'
import { zoneOffset } from './zone-offset.ts'

const MS_PER_HOUR = 3_600_000
/** A rule that goes on for longer is agreed anew: who would still know of it? */
const MOST_TIMES = 400
const SHOWN_TIMES = 3

/** Each part in one period; the hours of a top-up are the one it is given in. */
export type PlannedCorrection = Readonly<{
  kind: 'exclusion' | 'top-up'
  slos: readonly Slo[]
  parts: ReturnType<typeof partsByPeriod>
  rule: string | null
  timeZone: string | null
}>

/** What was sent, worked out into spans that each lie in one period; everything that cannot be is refused by name. */
export function plannedCorrection(
  sent: NewCorrection,
  slo: Slo,
  index: CatalogIndex,
  moment: Moment,
): PlannedCorrection {
  const kind = kindOf(sent.category)
  const slos =
    sent.scope === 'slo'
      ? [slo]
      : index.catalog.slos.filter(
          ({ service, deployments }) => service === slo.service && deployments.includes(sent.deployment),
        )
  const startHour = wholeHour('start', sent.start)
  if (startHour < moment.dataFromHour)
    throw refused('start', sent.start, {
      detail: 'There are no data so far back',
      hint: `The oldest hour held is ${isoFromHour(moment.dataFromHour)}`,
    })
  if (kind === 'top-up') {
    refuseFieldsOf(sent, ['end', 'rule', 'timeZone'], 'A top-up is given at one hour')
    if (sent.share === null)
      throw missing('share', 'The share of the grant to give back, above 0 and at most 1')
    if (sent.dependency === null) throw missing('dependency', 'A top-up is put down to a named dependency')
    if (startHour > moment.nowHour)
      throw refused('start', sent.start, {
        detail: 'Nothing can be given back before it was lost',
        hint: `Give an hour up to ${isoFromHour(moment.nowHour)}`,
      })
    const span = { fromHour: startHour, toHour: startHour + 1 }
    return { kind, slos, parts: partsByPeriod(moment.scheme, span), rule: null, timeZone: null }
  }
  refuseFieldsOf(sent, ['share'], 'Hours that are excluded give back what they cost, no more and no less')
  const first = { fromHour: startHour, toHour: endOf(sent, startHour, moment.nowHour) }
  const recurring = recurrenceOf(sent)
  if (recurring !== null) {
    const { rule, timeZone } = recurring
    return { kind, slos, parts: partsOf(sent, recurring, first, moment), rule, timeZone }
  }
  if (sent.timeZone !== null) refuseFieldsOf(sent, ['timeZone'], 'Only a rule goes by a clock of its own')
  return { kind, slos, parts: inOnePeriod(first, sent, moment), rule: null, timeZone: null }
}

function endOf({ start, end }: NewCorrection, startHour: Hour, nowHour: Hour): Hour {
  if (end === null) throw missing('end', 'The end of the hours to be excluded')
  const endHour = wholeHour('end', end)
  if (endHour <= startHour)
    throw refused('end', end, { detail: 'It ends before it begins', hint: `Give an hour after ${start}` })
  if (endHour > nowHour + MOST_AHEAD_HOURS)
    throw refused('end', end, {
      detail: 'That is further ahead than budgets are planned',
      hint: `Give an hour up to ${isoFromHour(nowHour + MOST_AHEAD_HOURS)}`,
    })
  return endHour
}

function inOnePeriod(span: HourSpan, { end }: NewCorrection, { scheme }: Moment): PlannedCorrection['parts'] {
  const parts = partsByPeriod(scheme, span)
  const [first] = parts
  if (first === undefined || parts.length === 1) return parts
  throw refused('end', end ?? '', {
    detail:
      `It reaches over the end of ${first.period.name} at ${isoFromHour(first.period.endHour)}; ` +
      'a correction applies inside one period only',
    allowed: parts.map((part) => `${isoFromHour(part.span.fromHour)} to ${isoFromHour(part.span.toHour)}`),
    hint: 'Record one correction for each period',
  })
}

type Recurring = Readonly<{ recurrence: Recurrence; rule: string; timeZone: string }>

function recurrenceOf({ category, rule, timeZone }: NewCorrection): Recurring | null {
  if (rule === null) return null
  if (category !== 'agreed-maintenance')
    throw refused('rule', rule, {
      detail: 'Only agreed maintenance recurs',
      hint: 'Leave out the rule, or choose agreed-maintenance',
    })
  const { recurrence, mistake } = parseRecurrence(rule)
  if (recurrence === null)
    throw refused('rule', rule, {
      detail:
        mistake.value === '' ? `${mistake.part || 'FREQ'} is missing` : `${mistake.value} is not taken here`,
      allowed: [...mistake.allowed],
      hint: 'Rules are DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, and COUNT or UNTIL, as in FREQ=WEEKLY;BYDAY=SU;COUNT=12',
    })
  if (recurrence.count === null && recurrence.until === null)
    throw refused('rule', rule, {
      detail: 'The rule has no end',
      allowed: [`${rule};COUNT=12`, `${rule};UNTIL=20261231`],
      hint: 'Say how often with COUNT, or until when with UNTIL; what goes on after that is agreed anew',
    })
  return { recurrence, rule, timeZone: knownZone(timeZone ?? 'UTC') }
}

function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    throw refused('timeZone', timeZone, {
      detail: `There is no time zone "${timeZone}"`,
      hint:
        didYouMean(timeZone, Intl.supportedValuesOf('timeZone')) ?? 'Give one as in Europe/Berlin, or UTC',
    })
  }
}

/** One that reaches over the end of a period is cut there: nobody can move the period for it. */
function partsOf(
  { rule, start }: NewCorrection,
  { recurrence, timeZone }: Recurring,
  first: HourSpan,
  { scheme }: Moment,
): PlannedCorrection['parts'] {
  const spans = spansOf(recurrence, first, zoneOffset(timeZone))
  if (spans.length === 0)
    throw refused('rule', rule ?? '', {
      detail: `The rule has no time at or after ${start}`,
      hint: 'Move the start, or the end of the rule',
    })
  if (spans.length > MOST_TIMES)
    throw refused('rule', rule ?? '', {
      detail: `The rule has more than ${MOST_TIMES} times`,
      hint: `Let it end earlier: ${MOST_TIMES} is the most`,
    })
  const uneven = spans.find(({ fromHour }) => !Number.isInteger(fromHour))
  if (uneven !== undefined)
    throw refused('start', start, {
      detail: `In ${timeZone} the rule begins inside an hour of UTC, and budgets are kept by the hour`,
      hint: 'Let the times begin so that they are whole hours of UTC, and make them an hour longer',
    })
  const overlapping = spans.find((span, index) => span.fromHour < (spans[index - 1]?.toHour ?? span.fromHour))
  if (overlapping !== undefined)
    throw refused('end', null, {
      detail: `The time of ${isoFromHour(overlapping.fromHour)} begins before the one before it has ended`,
      hint: 'Make the times shorter, or the rule rarer',
    })
  return spans.flatMap((span) => partsByPeriod(scheme, span))
}

function wholeHour(field: string, instant: string): Hour {
  const hour = hourFromIso(instant)
  if (hour !== null && hour * MS_PER_HOUR === Date.parse(instant)) return hour
  const nearest = hour === null ? [] : [isoFromHour(hour), isoFromHour(hour + 1)]
  throw refused(field, instant, {
    detail: 'Budgets are kept by the hour, so corrections are of whole hours',
    allowed: nearest,
    hint: 'Give the beginning of an hour',
  })
}

function refuseFieldsOf(
  sent: NewCorrection,
  fields: readonly ('end' | 'rule' | 'timeZone' | 'share')[],
  detail: string,
): void {
  for (const field of fields) {
    const value = sent[field]
    if (value !== null) throw refused(field, String(value), { detail, hint: `Leave out ${field}` })
  }
}

function missing(field: string, hint: string): RequestProblem {
  return refused(field, null, { detail: `"${field}" is missing`, hint })
}

type Details = Readonly<{ detail: string; hint: string; allowed?: string[] }>

function refused(field: string, value: string | null, details: Details): RequestProblem {
  return new RequestProblem('invalid-body', { field, ...(value !== null && { value }), ...details })
}

/** The first times, for whoever looks before they decide. */
export function firstTimes({ kind, parts }: PlannedCorrection) {
  return parts.slice(0, SHOWN_TIMES).map(({ period, span }) => ({
    start: isoFromHour(span.fromHour),
    end: isoFromHour(kind === 'top-up' ? span.fromHour : span.toHour),
    period: period.name,
  }))
}
