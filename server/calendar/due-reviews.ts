import type { Review } from '../../src/contract/calendar.ts'
import type { Incident } from '../../src/contract/records.ts'
import { dayFrom, dayOfMs, dayText, type Day } from '../../src/domain/day.ts'
import { followingDays, nextDue, reviewOf, reviewState } from '../../src/domain/review-calendar.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ApiContext } from '../context.ts'
import { everyRecord } from '../indicators/read-records.ts'
import { instantOf } from '../instant.ts'
import { readEnteredCalendar, type EnteredCalendar } from './calendar-entries.ts'
import { knownReviews, type KnownReview } from './review-id.ts'

/** How far back a major incident still calls for a review that nobody held. */
const INCIDENT_DAYS = 366
const DAY_MS = 86_400_000

export type DueReview = Review &
  Readonly<{ /** When what is said of it was last changed. */ changedAt: string }>

export type Calendar = Readonly<{ entered: EnteredCalendar; reviews: readonly DueReview[]; today: Day }>

/** Every review that is due some day, with the day. */
export async function readCalendar({ deps, index }: ApiContext): Promise<Calendar> {
  const today = dayOfMs(deps.now())
  const [entered, incidents] = await Promise.all([readEnteredCalendar(deps.entries), majorIncidents(deps)])
  const byTeam = Map.groupBy(
    incidents.flatMap((incident) =>
      [...new Set(incident.services.flatMap((slug) => index.services.get(slug)?.team ?? []))].map((team) => ({
        team,
        incident,
      })),
    ),
    ({ team }) => team,
  )
  const firsts = firstDays(index)
  const reviews = [...knownReviews(index).values()].flatMap((known): readonly DueReview[] => {
    const since = sinceOf(known, firsts, entered.since)
    const follows = known.policy?.followsIncidents ?? reviewOf(known.kind).followsIncidents === true
    const struck = follows ? (byTeam.get(known.team ?? '') ?? []) : []
    const ended = struck.map(({ incident }) => ({ incident, endedOn: endOf(incident) }))
    return since === null ? [] : dueReview(known, { entered, index, since, today, ended })
  })
  return { entered, reviews, today }
}

type Around = Readonly<{
  entered: EnteredCalendar
  index: CatalogIndex
  since: Day
  today: Day
  ended: readonly Readonly<{ incident: Incident; endedOn: Day }>[]
}>

function dueReview(
  { id, kind, name, team, policy }: KnownReview,
  { entered, index, since, today, ended }: Around,
): readonly DueReview[] {
  const [last] = entered.held.get(id) ?? []
  const heldOn = last === undefined ? null : dayFrom(last.heldOn)
  const nextOn = last?.outcome.nextOn ?? null
  const cadence = entered.cadenceOf(kind)
  const due = nextDue({
    last: heldOn === null ? null : { heldOn, nextOn: nextOn === null ? null : dayFrom(nextOn) },
    since,
    cadence,
    policyDay: policy?.day == null ? null : dayFrom(policy.day),
    incidents: ended.map(({ endedOn }) => endedOn),
  })
  if (due === null) return []
  const after = heldOn ?? since
  const [struck] = ended.filter(({ endedOn }) => endedOn > after).toSorted((a, b) => a.endedOn - b.endedOn)
  return [
    {
      id,
      kind,
      name: policy === null ? name : `${name}: ${policy.name}`,
      tier: reviewOf(kind).tier,
      team,
      teamName: team === null ? null : (index.teams.get(team)?.name ?? team),
      cadence,
      due: dayText(due.day),
      because: due.because,
      incident:
        due.because === 'incident' && struck !== undefined
          ? {
              id: struck.incident.id,
              title: struck.incident.title ?? null,
              endedOn: dayText(struck.endedOn),
            }
          : null,
      state: reviewState(due.day, today),
      daysLeft: due.day - today,
      last:
        last === undefined
          ? null
          : { heldOn: last.heldOn, by: last.outcome.by, decision: last.outcome.decision },
      following: followingDays(due.day, cadence, today).map(dayText),
      changedAt: latestOf([
        instantOf((heldOn ?? since) * DAY_MS),
        entered.touchedAt.get(id),
        entered.cadences?.at,
        // What makes it due sooner moves it, and so does the day on which it becomes overdue.
        due.because === 'incident' ? struck?.incident.resolvedAt : null,
        due.day < today ? instantOf((due.day + 1) * DAY_MS) : null,
      ]),
    },
  ]
}

function latestOf(instants: readonly (string | null | undefined)[]): string {
  const known = instants.flatMap((instant) => (instant == null ? [] : [Date.parse(instant)]))
  return instantOf(Math.max(...known))
}

/** The first day that there was an SLO, of each team and of all. */
function firstDays({ catalog }: CatalogIndex): Readonly<{ all: Day | null; of: ReadonlyMap<string, Day> }> {
  const of = new Map<string, Day>()
  for (const { team, versions } of catalog.slos) {
    const day = dayFrom(versions[0]?.effectiveFrom.slice(0, 10) ?? '')
    if (day !== null) of.set(team, Math.min(day, of.get(team) ?? day))
  }
  return { all: of.size === 0 ? null : Math.min(...of.values()), of }
}

/** Null where there is nothing to review yet. */
function sinceOf(
  { team, policy }: KnownReview,
  { all, of }: ReturnType<typeof firstDays>,
  asked: string | null,
): Day | null {
  const first = team === null ? all : (of.get(team) ?? null)
  if (first === null) return null
  // What happened before a policy was in force is no reason to look at it again.
  const later = [asked, policy?.enactedOn ?? null].map((day) => (day === null ? null : dayFrom(day)))
  return Math.max(first, ...later.filter((day) => day !== null))
}

async function majorIncidents({ records, now }: ApiContext['deps']): Promise<readonly Incident[]> {
  const range = { from: instantOf(now() - INCIDENT_DAYS * DAY_MS), to: instantOf(now()) }
  const all = await everyRecord<Incident>(
    (span) => records.incidents(range, span),
    ({ createdAt, id }) => [createdAt, id],
  )
  return all.filter(({ priority, resolvedAt }) => priority === 1 && resolvedAt !== null)
}

function endOf({ resolvedAt, createdAt }: Incident): Day {
  return dayOfMs(Date.parse(resolvedAt ?? createdAt))
}
