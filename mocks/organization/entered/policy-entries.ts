import type { Entry } from '../../../server/entry-ports.ts'
import type { SilverBullet } from '../../../src/contract/silver-bullets.ts'
import { instantOf } from '../../../server/instant.ts'
import type { EnactmentBody } from '../../../src/contract/enactments.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import { hoursOfLength, type PolicyClause } from '../../../src/domain/policy.ts'
import type { ConsequenceState } from '../../../src/domain/policy-enactment.ts'
import { simulatedPolicies } from '../policies.ts'
import { storyTime as at, type StoryTime, type Timeline } from '../timeline.ts'

const HOUR_MS = 3_600_000
/** What has no time of its own goes on for so long: a stop is lifted again. */
const USUAL_HOURS = 9 * 24

/** How a team answered: in good time, too late, still at it, or begun and left lying. */
type Answered = 'prompt' | 'late' | 'begun' | 'left'

type Reaction = Readonly<{
  policy: 'payments-policy' | 'search-policy'
  clause: string
  /** `checked`: people said that it was met. */
  slo: string
  deployment?: string
  met: StoryTime
  how: Answered
  note: string
}>

const payments = (
  [clause, slo, deployment, met]: readonly [string, string, string, StoryTime],
  how: Answered,
  note: string,
): Reaction => ({ policy: 'payments-policy', clause, slo, deployment, met, how, note })
const search = (
  [clause, slo, deployment, met]: readonly [string, string, string, StoryTime],
  how: Answered,
  note: string,
): Reaction => ({ policy: 'search-policy', clause, slo, deployment, met, how, note })

const charge = 'payment-gateway.availability.post-charge'
const capture = 'payment-gateway.availability.post-capture'
const entries = 'ledger.availability.post-entries'
const refunds = 'refunds.availability.post-refunds'
const score = 'fraud-check.availability.post-score'
const found = 'search-api.availability.get-search'

/** The day on which the ledger dragged all of Payments with it, answered as one. */
const ledgerDay = (
  [
    ['fast-burn', entries, 'prod-jp', 3],
    ['fast-burn', capture, 'prod-jp', 4],
    ['fast-burn', charge, 'prod-jp', 4],
    ['slow-burn', entries, 'prod-jp', 4],
    ['slow-burn', capture, 'prod-jp', 4],
    ['slow-burn', charge, 'prod-jp', 4],
    ['fast-burn', score, 'prod-jp', 5],
    ['fast-burn', refunds, 'prod-jp', 5],
    ['slow-burn', score, 'prod-jp', 5],
    ['slow-burn', refunds, 'prod-jp', 5],
    ['fast-burn', entries, 'prod-us', 8],
    ['slow-burn', entries, 'prod-us', 8],
    ['fast-burn', capture, 'prod-us', 14],
    ['fast-burn', refunds, 'prod-us', 17],
    ['slow-burn', capture, 'prod-us', 17],
    ['slow-burn', refunds, 'prod-us', 18],
    ['exhausted', entries, 'prod-us', 21],
  ] as const
).map(([clause, slo, deployment, hour]) =>
  payments([clause, slo, deployment, at(3, 10, hour)], 'prompt', 'One cause for all of them: the ledger.'),
)

const reactions: readonly Reaction[] = [
  ...ledgerDay,
  payments(['fast-burn', charge, 'prod-eu', at(3, 12, 15)], 'prompt', 'The new release is rolled back.'),
  payments(['slow-burn', charge, 'prod-eu', at(3, 12, 16)], 'prompt', ''),
  payments(['fast-burn', charge, 'prod-eu', at(3, 17, 9)], 'prompt', ''),
  payments(['exhausted', charge, 'prod-eu', at(3, 17, 9)], 'prompt', 'Releases wait until September.'),
  payments(['exhausted', 'fraud-check.latency.post-score', 'prod-eu', at(2, 15, 17)], 'late', ''),
  payments(['fast-burn', refunds, 'prod-eu', at(2, 18, 13)], 'prompt', ''),
  payments(['slow-burn', refunds, 'prod-eu', at(2, 18, 13)], 'prompt', ''),
  payments(
    ['exhausted', refunds, 'prod-eu', at(2, 18, 15)],
    'prompt',
    'The release of the refund wizard waits. Product agrees, after some talk.',
  ),
  payments(
    ['contract-at-risk', refunds, 'prod-eu', at(2, 18, 19)],
    'late',
    'Nobody told the account managers.',
  ),
  payments(['fast-burn', charge, 'prod-eu', at(2, 20, 15)], 'prompt', ''),
  payments(
    ['fast-burn', charge, 'prod-us', at(1, 8, 18)],
    'prompt',
    'Seen at once, mended with the next release.',
  ),
  payments(['slow-burn', charge, 'prod-us', at(1, 8, 18)], 'prompt', ''),
  payments(
    ['fast-burn', entries, 'prod-eu', at(1, 11, 13)],
    'left',
    'The item waits for the ledger’s new storage.',
  ),
  payments(['slow-burn', entries, 'prod-eu', at(1, 11, 14)], 'prompt', ''),
  payments(
    ['slow-burn', charge, 'prod-eu', at(0, 14, 6)],
    'begun',
    'Booking and Search know. Retries against the acquirer come first in the sprint.',
  ),
  { ...payments(['unsettled-entries', 'checked', '', at(2, 9, 8)], 'prompt', '740 at the end of the day.') },
  search(['burning', found, 'prod-jp', at(2, 7, 2)], 'late', ''),
  search(['burning', found, 'prod-eu', at(1, 7, 6)], 'prompt', 'The index is rebuilt.'),
  search(['burning', found, 'prod-eu', at(1, 20, 12)], 'late', 'The same index again.'),
  search(['nothing-left', found, 'prod-eu', at(1, 20, 16)], 'left', 'Who decides about releases here?'),
]

/** What people found at the changes of shift: whether more entries waited than the policy allows. */
const checks: readonly (readonly [when: StoryTime, isMet: boolean, note: string])[] = [
  [at(2, 7, 8), false, ''],
  [at(2, 9, 8), true, '740 at the end of the day'],
  [at(2, 11, 8), false, '310'],
  [at(1, 0, 8), false, ''],
  [at(1, 14, 8), false, ''],
  [at(0, 0, 8), false, ''],
  [at(0, 14, 8), false, '120'],
]

/** What was entered about policies until now, oldest first. */
export function policyEntries(timeline: Timeline, anchorHour: Hour): readonly Entry[] {
  const clauses = new Map(
    simulatedPolicies(timeline).flatMap(({ slug, clauses: all }) =>
      all.map((clause) => [`${slug}.${slugOf(clause)}`, clause]),
    ),
  )
  const answered = reactions.flatMap((reaction, place) => {
    const clause = clauses.get(`${reaction.policy}.${reaction.clause}`)
    return clause === undefined ? [] : entriesOf(reaction, place, clause, timeline, anchorHour)
  })
  const now = isoFromHour(anchorHour)
  return [...checkEntries(timeline), ...bulletEntries(anchorHour), ...answered].filter(
    (entry) => entry.at <= now,
  )
}

/** One of the three of Payments went into what the regulator asked for. */
function bulletEntries(anchorHour: Hour): readonly Entry[] {
  const hour = anchorHour - BULLET_DAYS_AGO * 24
  const body: SilverBullet = {
    on: isoFromHour(hour).slice(0, 'yyyy-mm-dd'.length),
    release: 'Strong authentication for refunds',
    why: 'The regulator’s day could not be moved; the stop went on the day after.',
  }
  return [
    {
      kind: 'silver-bullet',
      key: 'payments-policy.b-1',
      version: 1,
      body,
      isWithdrawn: false,
      by: { kind: 'person', id: 'payments-on-call', name: 'Payments, on-call lead' },
      at: isoFromHour(hour),
    },
  ]
}

const slugOf = ({ name }: PolicyClause) => name.toLowerCase().replaceAll(' ', '-')

function checkEntries(timeline: Timeline): readonly Entry[] {
  return checks.map(([when, isMet, note], place) => ({
    kind: 'clause-check',
    key: 'payments-policy.unsettled-entries',
    version: place + 1,
    body: { isMet, note },
    isWithdrawn: false,
    by: { kind: 'person', id: 'payments-on-call', name: 'Payments, on-call lead' },
    at: isoFromHour(timeline.hourAt(when)),
  }))
}

const BULLET_DAYS_AGO = 120

const acknowledgedAfter: Readonly<Record<Answered, number>> = { prompt: 1, late: 20, begun: 3, left: 9 }

/** Acknowledged first, and what came of it later. */
function entriesOf(
  { policy, clause: id, slo, deployment = '', met, how, note }: Reaction,
  place: number,
  clause: PolicyClause,
  timeline: Timeline,
  anchorHour: Hour,
): readonly Entry[] {
  const metHour = timeline.hourAt(met)
  const metIso = isoFromHour(metHour)
  const series = slo === 'checked' ? slo : `${slo}.${deployment}`
  const name = policy === 'payments-policy' ? 'Payments, on-call lead' : 'Search, on-call lead'
  const by = { kind: 'person', id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'), name } as const
  const acknowledgedAt = isoFromHour(metHour + acknowledgedAfter[how])
  const acknowledged = { by: name, at: acknowledgedAt, note }
  const untouched = clause.consequences.map(({ kind }) => ({
    kind,
    state: 'new' as const,
    at: metIso,
    by: name,
    link: null,
    note: '',
  }))
  const told = clause.consequences.map((consequence, nth) => ({
    ...stateOf(how, consequence.within, nth, metHour, anchorHour),
    kind: consequence.kind,
    by: name,
    link: consequence.kind.endsWith('action-item')
      ? `https://work.harbourline.example/items/${4100 + place * 7}`
      : null,
    note: '',
  }))
  const bodies: readonly (readonly [EnactmentBody, string])[] = [
    [{ acknowledged, consequences: untouched }, acknowledgedAt],
    [
      { acknowledged, consequences: told },
      told.reduce((last, one) => (one.at > last ? one.at : last), acknowledgedAt),
    ],
  ]
  const key = `${policy}.${id}.${series}.${metIso.slice(0, 10)}-${metIso.slice(11, 13)}`
  return bodies.map(([body, when], version) => ({
    kind: 'policy-enactment',
    key,
    version: version + 1,
    body,
    isWithdrawn: false,
    by,
    at: when,
  }))
}

/** Share of the time to keep that it took. */
const took: Readonly<Record<'prompt' | 'late', number>> = { prompt: 0.6, late: 1.5 }

function stateOf(
  how: Answered,
  within: string | null,
  nth: number,
  metHour: Hour,
  anchorHour: Hour,
): Readonly<{ state: ConsequenceState; at: string }> {
  const hours = within === null ? USUAL_HOURS : (hoursOfLength(within) ?? USUAL_HOURS)
  const afterHours = (share: number) => instantOf(Math.round((metHour + hours * share) * 60) * (HOUR_MS / 60))
  const begunAt = isoFromHour(metHour + acknowledgedAfter[how] + 2)
  if (how === 'begun') return { state: nth === 0 ? 'done' : 'in-work', at: begunAt }
  if (how === 'left') return { state: nth === 0 ? 'in-work' : 'ready', at: begunAt }
  const doneAt = afterHours(took[how])
  return Date.parse(doneAt) <= anchorHour * HOUR_MS
    ? { state: 'done', at: doneAt }
    : { state: 'in-work', at: begunAt }
}
