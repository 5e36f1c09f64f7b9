/** What a decision about reliability is about, as the taxonomy has it. */
export const decisionCategories = [
  'prioritisation',
  'development',
  'deployment',
  'conversation',
  'reliability',
  'test',
  'requirement',
  'budget',
  'legal',
  'regulatory',
] as const
export type DecisionCategory = (typeof decisionCategories)[number]

/** The questions that lead to a decision step by step. */
export const decisionWorkflows = [
  'api-consumption',
  'tighter-slo',
  'features-or-reliability',
  'set-slo',
  'set-sla',
  'sre-capacity',
  'chaos-hypothesis',
  'planned-downtime',
] as const
export type DecisionWorkflow = (typeof decisionWorkflows)[number]
/** The workflows, or that no workflow led to it. */
export const decisionOrigins = [...decisionWorkflows, 'none'] as const
export type DecisionOrigin = (typeof decisionOrigins)[number]

export const decisionStates = [
  'draft',
  'in-review',
  'agreed',
  'effective',
  'superseded',
  'withdrawn',
] as const
export type DecisionState = (typeof decisionStates)[number]

export const effectStates = ['later', 'due', 'checked'] as const
export type EffectState = (typeof effectStates)[number]

export const effectResults = ['proved', 'disproved', 'undecided'] as const
export type EffectResult = (typeof effectResults)[number]

type DecisionDeed = 'change' | 'sign' | 'withdraw' | 'supersede' | 'check-effect'

/** What may follow. What is superseded or withdrawn stays as it is for good; another decision takes its place. */
const deeds: Readonly<Record<DecisionState, readonly DecisionDeed[]>> = {
  draft: ['change', 'withdraw'],
  'in-review': ['change', 'sign', 'withdraw'],
  agreed: ['change', 'withdraw', 'supersede'],
  effective: ['change', 'withdraw', 'supersede', 'check-effect'],
  superseded: ['check-effect'],
  withdrawn: [],
}

export function mayFollow(state: DecisionState, deed: DecisionDeed): boolean {
  return deeds[state].includes(deed)
}

/** The states in which something may be done. */
export function statesFor(deed: DecisionDeed): readonly DecisionState[] {
  return decisionStates.filter((state) => mayFollow(state, deed))
}

/** One version of a record. Days are texts, 2026-11-18. */
export type SignedVersion = Readonly<{
  isDraft: boolean
  /** By decider: the day that each signed this very version; null for who has not. */
  signedOn: readonly (string | null)[]
  /** Null: from the day on which all have signed. */
  validFrom: string | null
}>

/** The day on which the last of the deciders signed; null while somebody has not, or nobody is named. */
export function agreedOn({ isDraft, signedOn }: SignedVersion): string | null {
  if (isDraft) return null
  const days = signedOn.filter((day) => day !== null)
  return days.length < signedOn.length ? null : (days.toSorted().at(-1) ?? null)
}

/** The first day it holds: no day before all have signed, whatever it says itself. */
export function effectiveFrom(version: SignedVersion): string | null {
  const agreed = agreedOn(version)
  if (agreed === null || version.validFrom === null) return agreed
  return agreed > version.validFrom ? agreed : version.validFrom
}

type Circumstances = Readonly<{
  isWithdrawn: boolean
  /** The first day that what supersedes it holds; null where nothing does. */
  supersededFrom: string | null
  today: string
}>

/** Of the latest version. A change makes a version that nobody has signed yet, and is in review again. */
export function decisionState(
  version: SignedVersion,
  { isWithdrawn, supersededFrom, today }: Circumstances,
): DecisionState {
  if (isWithdrawn) return 'withdrawn'
  if (supersededFrom !== null && supersededFrom <= today) return 'superseded'
  if (version.isDraft) return 'draft'
  const from = effectiveFrom(version)
  if (from === null) return 'in-review'
  return from <= today ? 'effective' : 'agreed'
}

export type EffectCheck = Readonly<{ heldOn: string; nextOn: string | null }>

/** The day of the next look at what came of it; null where none is agreed, or the last was the last. */
export function effectDue(agreed: string | null, last: EffectCheck | null): string | null {
  if (last === null) return agreed
  if (last.nextOn !== null) return last.nextOn
  // A later version may have agreed on another day.
  return agreed !== null && agreed > last.heldOn ? agreed : null
}

/** Null where nobody agreed to look, or there is nothing to look at yet. */
export function effectState(
  { due, last, state }: Readonly<{ due: string | null; last: EffectCheck | null; state: DecisionState }>,
  today: string,
): EffectState | null {
  if (due === null) return last === null ? null : 'checked'
  if (!mayFollow(state, 'check-effect')) return state === 'withdrawn' ? null : 'later'
  return due <= today ? 'due' : 'later'
}

/** Whether a person is the one whom a decider's line means: by the id that never changes where it is known, else by name. */
export function isDecider(
  decider: Readonly<{ name: string; person: string | null }>,
  person: Readonly<{ id: string; name: string }>,
): boolean {
  return decider.person === null ? plain(decider.name) === plain(person.name) : decider.person === person.id
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
