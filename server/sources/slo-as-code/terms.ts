import type { ObjectiveDeclaration } from './declarations.ts'
import { minutesOf } from './duration.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import type { OpenSloObjective, TimeWindow } from './openslo-schemas.ts'
import type { AgreedWindow, BudgetingMethod } from './slo-catalog.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { percentTarget, shareTarget } from './target.ts'

const LONGEST_SLICE = 7 * 24 * 60

type Terms = Readonly<{
  timeWindow?: readonly TimeWindow[] | undefined
  budgetingMethod: 'Occurrences' | 'Timeslices' | 'RatioTimeslices'
  objectives: readonly OpenSloObjective[]
}>

export type ReadTerms = Readonly<{
  window: AgreedWindow | null
  objectives: readonly ObjectiveDeclaration[]
}>

/** Null with the mistakes where anything is wrong: half an SLO would be another SLO than the one agreed. */
export function readTerms(document: SourceDocument, path: FieldPath, terms: Terms): ReadTerms | null {
  const window = readWindow(document, [...path, 'timeWindow', 0], terms.timeWindow?.[0])
  const objectives = terms.objectives.map((objective, index) =>
    readObjective(document, [...path, 'objectives', index], terms.budgetingMethod, objective),
  )
  const complete = objectives.filter((objective) => objective !== null)
  return window === 'wrong' || complete.length < objectives.length ? null : { window, objectives: complete }
}

function readWindow(
  document: SourceDocument,
  path: FieldPath,
  window: TimeWindow | undefined,
): AgreedWindow | null | 'wrong' {
  if (window === undefined) return null
  const { duration, isRolling, calendar } = window
  if (isRolling === true && calendar !== undefined) {
    const problem = 'cannot hold beside calendar: a window either slides or follows the calendar'
    document.error({ rule: 'contradiction', path: [...path, 'isRolling'], problem })
    return 'wrong'
  }
  if (calendar && !isTimeZone(calendar.timeZone)) {
    const problem = 'it must be a time zone of the IANA database, such as Europe/Berlin or UTC'
    document.error({ rule: 'wrong-value', path: [...path, 'calendar', 'timeZone'], problem })
    return 'wrong'
  }
  if (calendar) return { kind: 'calendar', duration, ...calendar }
  if (isRolling === true) return { kind: 'rolling', duration }
  const problem = 'must say either isRolling: true or calendar with startTime and timeZone'
  document.error({ rule: 'missing-field', path, problem })
  return 'wrong'
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Exactly one of the two fields; never the wrong unit. */
export function readTarget(
  document: SourceDocument,
  path: FieldPath,
  { target, targetPercent }: Readonly<{ target?: number | undefined; targetPercent?: number | undefined }>,
): number | null {
  if (target !== undefined && targetPercent !== undefined) {
    const problem = 'cannot stand beside target; one of the two must go'
    document.error({ rule: 'contradiction', path: [...path, 'targetPercent'], problem })
    return null
  }
  if (target !== undefined) return shareTarget(document, [...path, 'target'], target)
  if (targetPercent !== undefined) return percentTarget(document, [...path, 'targetPercent'], targetPercent)
  const problem = 'is missing; it must be a share such as 0.999 (or targetPercent: 99.9)'
  document.error({ rule: 'missing-field', path: [...path, 'target'], problem })
  return null
}

function readObjective(
  document: SourceDocument,
  path: FieldPath,
  budgetingMethod: Terms['budgetingMethod'],
  objective: OpenSloObjective,
): ObjectiveDeclaration | null {
  const target = readTarget(document, path, objective)
  const method = readMethod(document, path, budgetingMethod, objective)
  if (target === null || method === null) return null
  const { displayName, op, value } = objective
  return {
    document,
    path,
    displayName: displayName ?? null,
    target,
    method,
    operator: op ?? null,
    value: value ?? null,
  }
}

function readMethod(
  document: SourceDocument,
  path: FieldPath,
  method: Terms['budgetingMethod'],
  { timeSliceTarget, timeSliceWindow }: OpenSloObjective,
): BudgetingMethod | null {
  if (method === 'Occurrences') return { kind: 'occurrences' }
  const sliceMinutes = readSlice(document, [...path, 'timeSliceWindow'], timeSliceWindow)
  if (sliceMinutes === null) return null
  if (method === 'RatioTimeslices') return { kind: 'ratio-timeslices', sliceMinutes }
  const targetPath = [...path, 'timeSliceTarget']
  if (timeSliceTarget === undefined) {
    const problem = 'is missing; it must be the share of a slice that makes it good, such as 0.95'
    document.error({ rule: 'missing-field', path: targetPath, problem })
    return null
  }
  if (timeSliceTarget > 0 && timeSliceTarget <= 1)
    return { kind: 'timeslices', sliceMinutes, sliceTarget: timeSliceTarget }
  // A slice may well have to be good to the last event; that leaves a budget, hence no warning at 1.
  const isPercent = timeSliceTarget > 1 && timeSliceTarget <= 100
  document.error({
    rule: isPercent ? 'percent-for-share' : 'out-of-range',
    path: targetPath,
    problem: 'it must be a share above 0 and at most 1',
    hint: isPercent ? `${timeSliceTarget} looks like percent.` : undefined,
  })
  return null
}

function readSlice(
  document: SourceDocument,
  path: FieldPath,
  slice: string | number | undefined,
): number | null {
  const minutes = typeof slice === 'string' ? minutesOf(slice) : slice
  if (typeof minutes === 'number' && Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST_SLICE) {
    return minutes
  }
  document.error({
    rule: slice === undefined ? 'missing-field' : 'wrong-value',
    path,
    problem: `${slice === undefined ? 'is missing; ' : ''}it must be a number of minutes or a length such as 5m or 1h, a week at most`,
  })
  return null
}
