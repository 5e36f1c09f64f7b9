import { cadencesOf, outcomeOf, type ReviewOutcome } from '../../src/contract/calendar.ts'
import { assessmentOf } from '../../src/contract/maturity.ts'
import { reviewOf, type Cadence, type ReviewKind } from '../../src/domain/review-calendar.ts'
import type { Entry, EntryStore } from '../entry-ports.ts'

/** All of an organization stands in one entry. */
export const CADENCES_KEY = 'organization'

/** Of one review on one day: another day is another entry, so that two people can record two at once. */
export function outcomeKey(review: string, day: string): string {
  return `${review} ${day}`
}

type HeldReview = Readonly<{ heldOn: string; outcome: ReviewOutcome; entry: Entry | null }>

export type EnteredCalendar = Readonly<{
  /** By review, newest first; withdrawn ones are left out. */
  held: ReadonlyMap<string, readonly HeldReview[]>
  cadenceOf(kind: ReviewKind): Cadence | null
  since: string | null
  cadences: Entry | null
  /** When anything of a review was last entered or taken back, by review. */
  touchedAt: ReadonlyMap<string, string>
  /** Of the organization, oldest first. */
  assessments: readonly Readonly<{ id: string; date: string }>[]
}>

export async function readEnteredCalendar(entries: EntryStore): Promise<EnteredCalendar> {
  const [outcomes, cadences, assessed] = await Promise.all([
    entries.list('review-outcome'),
    entries.read('review-cadences', CADENCES_KEY),
    entries.list('maturity-assessment'),
  ])
  const set = cadences === null || cadences.isWithdrawn ? null : cadencesOf(cadences.body)
  const own = new Map(set?.cadences.map(({ kind, cadence }) => [kind, cadence]))
  const assessments = assessed
    .flatMap(({ key, body, isWithdrawn }) => {
      const assessment = isWithdrawn ? null : assessmentOf(body)
      if (assessment === null || assessment.isDraft || assessment.team !== null) return []
      return [{ id: key, date: assessment.date, by: assessment.assessor }]
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const all = [
    ...outcomes.flatMap(heldIn),
    // A finished assessment is the outcome of its review, without being recorded once more.
    ...assessments.map(({ date, by }) => ({
      review: 'maturity',
      heldOn: date,
      outcome: { by, decision: 'Assessed', nextOn: null },
      entry: null,
    })),
  ]
  const byReview = Map.groupBy(all, ({ review }) => review)
  return {
    held: new Map(
      [...byReview].map(([review, those]) => [
        review,
        those.toSorted((a, b) => (a.heldOn > b.heldOn ? -1 : Number(a.heldOn < b.heldOn))),
      ]),
    ),
    cadenceOf: (kind) => {
      const ownCadence = own.get(kind)
      return ownCadence === undefined ? reviewOf(kind).cadence : ownCadence
    },
    since: set?.since ?? null,
    cadences,
    touchedAt: lastTouched([
      ...outcomes.map(({ key, at }) => [key.split(' ')[0] ?? '', at] as const),
      ...assessed.flatMap(({ body, at, isWithdrawn }) => {
        const assessment = assessmentOf(body)
        const counts = assessment?.team === null && (isWithdrawn || !assessment.isDraft)
        return counts ? [['maturity', at] as const] : []
      }),
    ]),
    assessments,
  }
}

function lastTouched(
  touches: readonly (readonly [review: string, at: string])[],
): ReadonlyMap<string, string> {
  const latest = new Map<string, string>()
  for (const [review, at] of touches) {
    const known = latest.get(review)
    if (known === undefined || known < at) latest.set(review, at)
  }
  return latest
}

function heldIn(entry: Entry): readonly (HeldReview & Readonly<{ review: string }>)[] {
  const [review, heldOn] = entry.key.split(' ')
  const outcome = entry.isWithdrawn ? null : outcomeOf(entry.body)
  if (outcome === null || review === undefined || heldOn === undefined) return []
  return [{ review, heldOn, outcome, entry }]
}
