import type { Expectation } from '../../contract/expectations.ts'
import type { ExpectationState } from '../../domain/expectation.ts'
import { formatGrowth } from '../../domain/format-growth.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import type { MarkedState } from '../../ui/state-words.ts'

export const stateWords: Readonly<Record<ExpectationState, string>> = {
  'not-due': 'Not due',
  'on-track': 'On track',
  met: 'Met',
  'not-met': 'Not met',
  changed: 'Changed',
  'not-measurable': 'Not measurable',
}

export const stateMarks: Readonly<Record<ExpectationState, MarkedState>> = {
  'not-due': 'to-come',
  'on-track': 'open',
  met: 'fulfilled',
  'not-met': 'broken',
  changed: 'no-budget',
  'not-measurable': 'no-traffic',
}

export const whyWords: Readonly<Record<NonNullable<Expectation['whyNot']>, string>> = {
  'base-missing': 'Nobody entered what it was before',
  'base-zero': 'It was 0 before: there is nothing a change could be a share of',
  'no-value': 'No value is known yet',
  'value-too-old': 'The last value is older than the quarter before the checkpoint',
}

function changeText(change: number): string {
  return `${formatGrowth(change)}${NARROW_SPACE}%`
}

/** What stands below a state: since when, or until when. */
export function stateNote({
  state,
  reachedSince,
  judged,
  change,
  whyNot,
  changedBecause,
}: Expectation): string {
  if (state === 'changed') return changedBecause ?? ''
  if (whyNot !== null) return whyWords[whyNot]
  if (state === 'met' && reachedSince !== null) return `since ${reachedSince}`
  if (judged === null) return ''
  return change === null ? `as of ${judged.label}` : `${changeText(change)} by ${judged.label}`
}
