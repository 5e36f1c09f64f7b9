import type { ClauseStatus, ConsequenceStanding, ConsequenceState } from '../domain/policy-enactment.ts'
import type { PolicyState } from '../domain/policy.ts'
import type { MarkedState } from './state-words.ts'

export const clauseStatusWords: Readonly<Record<ClauseStatus, string>> = {
  'not-met': 'Not met',
  unacknowledged: 'Met, not acknowledged',
  acknowledged: 'Acknowledged',
  running: 'Consequences under way',
  overdue: 'Consequence overdue',
  'done-in-time': 'Done in time',
  'done-late': 'Done late',
  passed: 'Passed, not acknowledged',
}

/** What needs nobody has no sign; red is for budgets alone. */
export const clauseGlyphs: Readonly<Partial<Record<ClauseStatus, MarkedState>>> = {
  unacknowledged: 'at-risk',
  overdue: 'at-risk',
  acknowledged: 'open',
  running: 'open',
  'done-in-time': 'fulfilled',
  'done-late': 'fulfilled',
}

export const policyStateGlyphs: Readonly<Partial<Record<PolicyState, MarkedState>>> = {
  enacted: 'fulfilled',
  'in-review': 'fulfilled',
}

export const consequenceStateWords: Readonly<Record<ConsequenceState, string>> = {
  new: 'New',
  ready: 'Ready',
  'in-work': 'In work',
  implemented: 'Implemented',
  done: 'Done',
  'left-out': 'Left out',
}

export const standingWords: Readonly<Record<ConsequenceStanding, string>> = {
  waiting: 'Not begun',
  running: 'Under way',
  overdue: 'Overdue',
  'done-in-time': 'Done in time',
  'done-late': 'Done late',
  'left-out': 'Left out',
}
