import { civilFromDay, dayFromCivil } from './civil-date.ts'
import type { Day } from './day.ts'

export const reviewTiers = ['operational', 'tactical', 'strategic'] as const
export type ReviewTier = (typeof reviewTiers)[number]

export const cadenceUnits = ['week', 'month'] as const
export type Cadence = Readonly<{ every: number; unit: (typeof cadenceUnits)[number] }>

type ReviewScope = 'organization' | 'team' | 'policy'

type Kind = Readonly<{
  name: string
  tier: ReviewTier
  scope: ReviewScope
  /** Null for what is held only where somebody sets a cadence. */
  cadence: Cadence | null
  /** A priority 1 incident makes it due sooner. */
  followsIncidents?: true
}>

const weeks = (every: number): Cadence => ({ every, unit: 'week' })
const months = (every: number): Cadence => ({ every, unit: 'month' })
const feedback = (name: string): Kind => ({
  name: `Feedback: ${name}`,
  tier: 'tactical',
  scope: 'organization',
  cadence: months(6),
})

/** Every review there is, with how often it is held where an organization says nothing else. */
const reviews = {
  'slo-check': { name: 'SLO check', tier: 'tactical', scope: 'team', cadence: months(3) },
  'slo-review': {
    name: 'SLO review with users’ view',
    tier: 'tactical',
    scope: 'team',
    cadence: months(6),
    followsIncidents: true,
  },
  'calibration-light': { name: 'Light calibration', tier: 'tactical', scope: 'team', cadence: months(3) },
  'calibration-deep': { name: 'Deep calibration', tier: 'strategic', scope: 'team', cadence: months(6) },
  'policy-review': {
    name: 'Policy review',
    tier: 'tactical',
    scope: 'policy',
    cadence: months(6),
  },
  'dependency-map': { name: 'Dependency map', tier: 'tactical', scope: 'team', cadence: months(3) },
  'stakeholder-chart': { name: 'Stakeholder chart', tier: 'tactical', scope: 'team', cadence: months(6) },
  'on-call-setup': { name: 'On-call retrospective', tier: 'tactical', scope: 'team', cadence: months(2) },
  'on-call-nights': { name: 'Out-of-hours retrospective', tier: 'operational', scope: 'team', cadence: null },
  maturity: { name: 'Maturity assessment', tier: 'strategic', scope: 'organization', cadence: months(6) },
  'governance-operational': {
    name: 'Operational governance',
    tier: 'operational',
    scope: 'organization',
    cadence: weeks(1),
  },
  'governance-tactical': {
    name: 'Tactical governance',
    tier: 'tactical',
    scope: 'organization',
    cadence: months(1),
  },
  'governance-strategic': {
    name: 'Strategic governance',
    tier: 'strategic',
    scope: 'organization',
    cadence: months(3),
  },
  management: {
    name: 'Meeting with management',
    tier: 'strategic',
    scope: 'organization',
    cadence: months(3),
  },
  'postmortem-poll': {
    name: 'Poll on postmortems',
    tier: 'tactical',
    scope: 'organization',
    cadence: months(2),
  },
  'postmortem-themes': {
    name: 'Themes of postmortems',
    tier: 'strategic',
    scope: 'organization',
    cadence: months(3),
  },
  'feedback-slos': feedback('SLIs and SLOs'),
  'feedback-stakeholder-groups': feedback('stakeholder groups'),
  'feedback-rings': feedback('notification rings'),
  'feedback-priorities': feedback('incident priorities'),
  'feedback-severities': feedback('severities'),
  'feedback-team-priorities': feedback('priorities by team'),
  'feedback-incident-process': feedback('incident process'),
  'feedback-runbooks': feedback('runbooks'),
  'feedback-status-page': feedback('status page'),
  'feedback-postmortems': feedback('postmortem process'),
  'feedback-slas': feedback('SLAs'),
} as const satisfies Readonly<Record<string, Kind>>

export type ReviewKind = keyof typeof reviews
export const reviewKinds = Object.keys(reviews) as readonly ReviewKind[]

export function reviewOf(kind: ReviewKind): Kind {
  return reviews[kind]
}

/** Who made what is asked about, and who is asked. */
export const feedbackLoops: Readonly<Partial<Record<ReviewKind, Readonly<{ made: string; asked: string }>>>> =
  {
    'feedback-slos': {
      made: 'operations, developers and product owners',
      asked: 'people on call, who analyse breaches',
    },
    'feedback-stakeholder-groups': {
      made: 'developers, product owners and operations',
      asked: 'stakeholders',
    },
    'feedback-rings': { made: 'operations', asked: 'stakeholders' },
    'feedback-priorities': { made: 'operations', asked: 'development teams' },
    'feedback-severities': { made: 'operations', asked: 'people on call' },
    'feedback-team-priorities': { made: 'operations, developers and product owners', asked: 'stakeholders' },
    'feedback-incident-process': { made: 'operations', asked: 'people on call' },
    'feedback-runbooks': { made: 'operations', asked: 'people on call' },
    'feedback-status-page': { made: 'operations', asked: 'stakeholders' },
    'feedback-postmortems': { made: 'operations', asked: 'participants' },
    'feedback-slas': {
      made: 'operations, developers, product owners, legal and management',
      asked: 'customers',
    },
  }

/** A month later is the same day of that month, or its last day where it has no such day. */
export function addCadence(day: Day, { every, unit }: Cadence): Day {
  if (unit === 'week') return day + every * 7
  const { year, month, day: date } = civilFromDay(day)
  const lastDate = dayFromCivil(year, month + every + 1, 1) - dayFromCivil(year, month + every, 1)
  return dayFromCivil(year, month + every, Math.min(date, lastDate))
}

/** Where a major incident happened since, the review of what it broke does not wait for its turn. */
const DAYS_AFTER_INCIDENT = 14

type Held = Readonly<{
  heldOn: Day
  /** What was agreed when it was held. */
  nextOn: Day | null
}>

export type DueReason = 'first' | 'cadence' | 'agreed' | 'policy' | 'incident'

type Known = Readonly<{
  /** Null before it was ever held. */
  last: Held | null
  /** The first day that there was anything to review. */
  since: Day
  cadence: Cadence | null
  /** The day that the policy itself names. */
  policyDay: Day | null
  /** When major incidents ended. */
  incidents: readonly Day[]
}>

export type Due = Readonly<{ day: Day; because: DueReason }>

/** Null where nothing makes it due: no cadence, and no day was agreed. */
export function nextDue({ last, since, cadence, policyDay, incidents }: Known): Due | null {
  const planned = plannedDue({ last, since, cadence, policyDay })
  const after = last?.heldOn ?? since
  const struck = incidents.filter((day) => day > after)
  if (struck.length === 0) return planned
  const incident = { day: Math.min(...struck) + DAYS_AFTER_INCIDENT, because: 'incident' } as const
  return planned !== null && planned.day <= incident.day ? planned : incident
}

function plannedDue({ last, since, cadence, policyDay }: Omit<Known, 'incidents'>): Due | null {
  const agreed = last?.nextOn ?? null
  const isNamed = policyDay !== null && (last === null || policyDay > last.heldOn)
  if (isNamed && (agreed === null || policyDay <= agreed)) return { day: policyDay, because: 'policy' }
  if (agreed !== null) return { day: agreed, because: 'agreed' }
  if (cadence === null) return null
  return last === null
    ? { day: addCadence(since, cadence), because: 'first' }
    : { day: addCadence(last.heldOn, cadence), because: 'cadence' }
}

/** How far ahead a calendar looks. */
const MONTHS_AHEAD = 12

/**
 * The days after the next one, within a year from today, as long as each is held on its day. What is overdue is taken to be
 * held today: nothing can be held in the past any more.
 */
export function followingDays(due: Day, cadence: Cadence | null, today: Day): readonly Day[] {
  if (cadence === null) return []
  const until = addCadence(today, { every: MONTHS_AHEAD, unit: 'month' })
  const from = Math.max(due, today)
  // Counted from the first one, so that the 31st does not become the 28th for good.
  const day = (turn: number) => addCadence(from, { ...cadence, every: cadence.every * turn })
  const days: Day[] = []
  for (let turn = 1; day(turn) <= until; turn += 1) days.push(day(turn))
  return days
}

export const reviewStates = ['overdue', 'soon', 'later'] as const
export type ReviewState = (typeof reviewStates)[number]

/** Soon enough to invite people: a retrospective is announced two weeks ahead. */
export const SOON_DAYS = 14

/** On the day it is due it is not overdue yet. */
export function reviewState(due: Day, today: Day): ReviewState {
  if (due < today) return 'overdue'
  return due <= today + SOON_DAYS ? 'soon' : 'later'
}

/** "every week", "every 3 months". */
export function cadenceWords(cadence: Cadence | null): string {
  if (cadence === null) return 'when agreed'
  const { every, unit } = cadence
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`
}
