import { outcomeOf, type ReviewOutcome, type ReviewSortColumn } from '../../src/contract/calendar.ts'
import type { QueryOf } from '../../src/contract/operations.ts'
import { dayFrom, dayText } from '../../src/domain/day.ts'
import { describeCalendar } from '../../src/domain/describe-calendar.ts'
import {
  reviewKinds,
  reviewOf,
  reviewStates,
  type Cadence,
  type ReviewState,
} from '../../src/domain/review-calendar.ts'
import { CADENCES_KEY, outcomeKey, readEnteredCalendar } from '../calendar/calendar-entries.ts'
import { readCalendar, type DueReview } from '../calendar/due-reviews.ts'
import { foundReview } from '../calendar/review-id.ts'
import { reviewPack } from '../calendar/review-pack.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { writeEntry } from '../entries.ts'
import { listIdentity, pageOf } from '../page.ts'
import { invalidParameter, RequestProblem } from '../problem.ts'
import { inOrder, keyIn, rowOrder, type SortKey } from '../row-order.ts'
import { searchedFor } from '../search-words.ts'

const REVIEW_SORT = 'due'
/** What is no team's, where teams are chosen. */
const ORGANIZATION = 'organization'

const keys: Readonly<Record<ReviewSortColumn, (row: DueReview) => SortKey>> = {
  due: ({ due }) => due,
  name: ({ name }) => name,
  team: ({ teamName }) => teamName,
  held: ({ last }) => last?.heldOn ?? null,
}

type Choice = Pick<QueryOf<'listReviews'>, 'team' | 'kind' | 'tier'>

export function isReviewChosen(query: Choice, index: CatalogIndex): (review: DueReview) => boolean {
  const named = query.team?.split(',').filter((one) => one !== ORGANIZATION)
  if (named !== undefined && named.length > 0) chosenNames('team', named.join(','), index.teams)
  const isIn = (choice: string | undefined, value: string) => choice?.split(',').includes(value) ?? true
  return ({ team, kind, tier }) =>
    isIn(query.team, team ?? ORGANIZATION) && isIn(query.kind, kind) && isIn(query.tier, tier)
}

const listReviews: Route<'listReviews'> = async ({ query }, context) => {
  const { cursor, limit, sort = REVIEW_SORT, ...asked } = query
  const { reviews, today } = await readCalendar(context)
  const isSearched = searchedFor(asked.search)
  const chosen = reviews
    .filter(isReviewChosen(query, context.index))
    .filter(({ name, teamName }) => isSearched([name, teamName ?? 'organization']))
  const shown = chosen.filter(({ state }) => asked.state?.split(',').includes(state) ?? true)
  const order = rowOrder(sort, keyIn(keys), ({ id }: DueReview) => id)
  const countOf = (state: ReviewState) => chosen.filter((one) => one.state === state).length
  const oldest = inOrder(
    chosen.filter(({ state }) => state === 'overdue'),
    rowOrder(REVIEW_SORT, keyIn(keys), ({ id }: DueReview) => id),
  )[0]
  const page = pageOf(
    { items: inOrder(shown, order), identity: listIdentity(`reviews ${sort}`, asked), ...order },
    { cursor, limit },
  )
  return {
    ...page,
    items: page.items.map(onWire),
    today: dayText(today),
    states: reviewStates.map((state) => ({ state, count: countOf(state) })),
    answer: describeCalendar({
      known: reviews.length,
      overdue: countOf('overdue'),
      soon: countOf('soon'),
      later: countOf('later'),
      oldest: oldest ?? null,
    }),
  }
}

function onWire({ changedAt: _changedAt, ...review }: DueReview) {
  return review
}

const readReview: Route<'readReview'> = async ({ params }, context) => {
  const { deps, index } = context
  const known = foundReview(params.review, index)
  const [{ entered, reviews }, moment] = await Promise.all([readCalendar(context), context.moment()])
  const review = reviews.find(({ id }) => id === known.id)
  if (review === undefined) {
    throw new RequestProblem('not-found', {
      detail: `The review "${known.id}" is not due: it has no cadence, and no day was agreed`,
      field: 'review',
      value: known.id,
      apiHint: 'PUT /api/calendar/cadences sets how often it is held',
    })
  }
  const outcomes = (await deps.entries.list('review-outcome'))
    .filter(({ key }) => key.split(' ')[0] === known.id)
    .flatMap(({ key, body, version, by, at, isWithdrawn }) => {
      const outcome = outcomeOf(body)
      const heldOn = key.split(' ')[1] ?? ''
      return outcome === null
        ? []
        : [{ heldOn, outcome, version, enteredBy: by.name, enteredAt: at, isWithdrawn }]
    })
  const assessments = known.kind === 'maturity' ? entered.assessments : []
  return {
    review: onWire(review),
    outcomes: outcomes.toSorted((a, b) => (a.heldOn > b.heldOn ? -1 : 1)),
    pack: reviewPack(moment),
    assessments: { now: assessments.at(-1)?.id ?? null, before: assessments.at(-2)?.id ?? null },
  }
}

const writeReviewOutcome: Route<'writeReviewOutcome'> = async ({ params, body }, { deps, index, caller }) => {
  const { review, day } = params
  const known = foundReview(review, index)
  const heldOn = dayFrom(day)
  const today = dayText(Math.floor(deps.now() / 86_400_000))
  if (heldOn === null || day > today) {
    throw invalidParameter('day', day, {
      detail:
        heldOn === null ? `"${day}" is no day` : 'It cannot have been held on a day that has not come yet',
      hint: `Give the day it was held on, such as ${today}`,
    })
  }
  const { outcome, seenVersion } = body
  if (outcome !== null) refuseImpossible(outcome, day)
  const key = outcomeKey(known.id, day)
  const { version } = await writeEntry(deps, caller, {
    kind: 'review-outcome',
    key,
    seenVersion,
    ...(outcome === null
      ? { body: (await deps.entries.read('review-outcome', key))?.body ?? {}, isWithdrawn: true }
      : { body: outcome }),
  })
  return { version }
}

function refuseImpossible({ nextOn }: ReviewOutcome, heldOn: string): void {
  if (nextOn === null || nextOn > heldOn) return
  throw new RequestProblem('invalid-body', {
    detail: 'The next review comes after this one',
    field: 'outcome.nextOn',
    value: nextOn,
    hint: `Give a day after ${heldOn}, or none to follow the cadence`,
  })
}

const readCadences: Route<'readCadences'> = async (_request, { deps }) => {
  const { cadenceOf, since, cadences } = await readEnteredCalendar(deps.entries)
  return {
    items: reviewKinds.map((kind) => {
      const { name, tier, cadence } = reviewOf(kind)
      return { kind, name, tier, cadence: copied(cadenceOf(kind)), usual: copied(cadence) }
    }),
    since,
    version: cadences?.version ?? 0,
    by: cadences?.by.name ?? null,
    at: cadences?.at ?? null,
  }
}

const copied = (cadence: Cadence | null) => (cadence === null ? null : { ...cadence })

const writeCadences: Route<'writeCadences'> = async ({ body }, { deps, caller }) => {
  const { seenVersion, ...cadences } = body
  const { version } = await writeEntry(deps, caller, {
    kind: 'review-cadences',
    key: CADENCES_KEY,
    seenVersion,
    body: cadences,
  })
  return { version }
}

export const calendarRoutes = { listReviews, readReview, writeReviewOutcome, readCadences, writeCadences }
