/** What data can tell of a phase; a board never moves by itself. */
export const phaseEvidences = [
  'slos',
  'breach-reviews',
  'slo-changes',
  'policy',
  'enactments',
  'rotation',
] as const
export type PhaseEvidence = (typeof phaseEvidences)[number]

export type Phase = Readonly<{
  id: string
  name: string
  /** What it is about, in a line. */
  hint: string
  /** What a team has reached when it may leave. */
  measures: readonly Readonly<{ id: string; text: string }>[]
  /** What a team does from then on, for the list of practices in use; null where it is none. */
  practice: string | null
  evidence: PhaseEvidence | null
}>

type Told = Readonly<{ practice?: string; evidence?: PhaseEvidence }>

function phase(id: string, name: string, hint: string, measures: readonly string[], told: Told = {}): Phase {
  return {
    id,
    name,
    hint,
    measures: measures.map((text, index) => ({ id: `${id}-${index + 1}`, text })),
    practice: told.practice ?? null,
    evidence: told.evidence ?? null,
  }
}

/** The order the reference proposes; an organization makes it its own. */
export const defaultPhases: readonly Phase[] = [
  phase('induction', 'Induction', 'Knows why, has a coach', [
    'the team knows what SRE is for',
    'a coach is named',
    'first services chosen',
  ]),
  phase(
    'logging',
    'Logging on',
    'Return codes and latency are logged',
    ['services log return codes', 'services log latency', 'developers query the logs'],
    { practice: 'Log return codes and latency' },
  ),
  phase(
    'first-slos',
    'First SLOs',
    'Availability and latency, per endpoint',
    ['availability SLOs agreed', 'latency SLOs agreed', 'dashboards used'],
    { practice: 'Set first SLOs', evidence: 'slos' },
  ),
  phase(
    'answering-breaches',
    'Answering breaches',
    'Looked at, classified, acted on',
    [
      'breaches reach the team',
      'breaches looked at within a day',
      'breaches classified',
      'actions in the backlog',
    ],
    { practice: 'Answer breaches', evidence: 'breach-reviews' },
  ),
  phase(
    'tuning-slos',
    'Tuning SLOs',
    'Breaches mean poor experience',
    [
      'SLOs adjusted at least once',
      'targets follow what users feel',
      'alerts timely and not too many',
      'SLO review after each breach',
      'breaches mean poor experience',
    ],
    { practice: 'Adjust SLOs from breaches', evidence: 'slo-changes' },
  ),
  phase(
    'policy-agreed',
    'Policy agreed',
    'Conditions and consequences signed',
    ['policy drafted', 'product owner agrees', 'conditions agreed', 'consequences agreed'],
    { practice: 'Signed an error budget policy', evidence: 'policy' },
  ),
  phase(
    'policy-in-force',
    'Policy in force',
    'Consequences carried out and recorded',
    ['consequences carried out', 'decisions recorded', 'policy used in planning'],
    { practice: 'Enacted their policy', evidence: 'enactments' },
  ),
  phase('stakeholders-named', 'Stakeholders named', 'Rings and people known', [
    'stakeholder groups agreed',
    'rings agreed',
    'people known by name',
  ]),
  phase('stakeholders-notified', 'Stakeholders notified', 'Told in time, feedback good', [
    'notifications sent',
    'priorities used',
    'feedback asked for and good',
  ]),
]

/** What later stages may be about: offered, not on the board by itself. */
export const furtherPhases: readonly Phase[] = [
  phase('default-slos', 'Default SLOs', 'Every endpoint has one, more SLIs', [
    'defaults set',
    'further SLIs',
  ]),
  phase(
    'rotation',
    'On-call rotation',
    'Rotation and runbooks',
    ['rotation practised', 'runbooks written', 'on-call tool used'],
    { practice: 'On-call rotation', evidence: 'rotation' },
  ),
  phase('out-of-hours', 'Out of hours', 'On call at night where needed', ['need agreed', 'rota kept']),
  phase('priorities', 'Incident priorities', 'Generic ones, then the team’s', ['priorities used']),
  phase('incident-process', 'Incident response', 'Roles and process', ['roles practised', 'process used']),
  phase('postmortems', 'Postmortems', 'Blameless, items followed up', ['held after incidents', 'items done']),
  phase('status-page', 'Status page', 'Users see how services are', ['page kept current']),
  phase('decisions', 'Decisions by budgets', 'SRE indicators in planning', ['used by product owners']),
  phase('operating-model', 'Operating model', 'Who builds it, who runs it', ['model chosen per service']),
  phase('measured', 'Measured', 'Hypotheses looked at', ['signals reported']),
  phase('service-catalog', 'Service catalog', 'Entry complete', ['entry complete']),
  phase('slas', 'SLAs', 'Contracts rest on SLOs', ['SLAs tracked']),
  phase('compliance', 'Compliance', 'Audits use SRE records', ['used in an audit']),
  phase('game-days', 'Game days', 'Faults on purpose', ['first one held']),
  phase('self-sustaining', 'Self-sustaining', 'No coaching needed', ['half a year without a coach']),
]

/** Weeks without a step after which a card asks why. */
export const STUCK_AFTER_WEEKS = 8
export const GHOST_WEEKS = 26
