import type { ReactNode } from 'react'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Situation } from '../../contract/on-call.ts'
import { burnOrder } from '../../domain/burn-cause.ts'
import { formatDuration, formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Time } from '../../ui/time.tsx'
import { badEventWords, formatBadShare } from './bad-events.ts'

const HOUR_MS = 3_600_000

type BudgetSentenceProps = Readonly<{ history: BudgetHistory; situation: Situation | undefined }>

/** The answer first: what happens, since when, after what; and where nothing happens, how the budget stands. */
export function BudgetSentence({ history, situation }: BudgetSentenceProps) {
  const burn = situation?.burn
  return (
    <Sentence>
      {burn ? (
        <>
          <b>
            {formatBadShare(burn.badShare)}
            {NARROW_SPACE}% of {badEventWords(history)}
          </b>
          , burning since <Time at={burn.since} form={isRecent(history, burn.since) ? 'time' : 'day-time'} />
          <Cause history={history} situation={situation} burn={burn} />
        </>
      ) : (
        <Standing history={history} situation={situation} />
      )}
    </Sentence>
  )
}

/** The hour alone is enough within half a day. */
function isRecent({ dataUpTo }: BudgetHistory, at: string): boolean {
  return Date.parse(dataUpTo) - Date.parse(at) < 12 * HOUR_MS
}

type CauseProps = Readonly<{
  history: BudgetHistory
  situation: Situation
  burn: NonNullable<Situation['burn']>
}>

function Cause({ history, situation, burn: { cause, since } }: CauseProps): ReactNode {
  const at = (instant: string) => (
    <Time at={instant} form={isRecent(history, instant) ? 'time' : 'day-time'} />
  )
  switch (cause.kind) {
    case 'release':
      return (
        <>
          , after <b>{cause.release.version}</b> reached {history.deployment}
          {cause.release.at !== since && <> at {at(cause.release.at)}</>}.{' '}
          <QuietElsewhere situation={situation} at={at} />
        </>
      )
    case 'dependency':
      return (
        <>
          , {burnOrder(Date.parse(since), Date.parse(cause.since))} <b>{cause.service}</b>, which it calls,
          began to burn
          {cause.since !== since && <> at {at(cause.since)}</>}
          {cause.release ? (
            <>
              {' '}
              after its <b>{cause.release.version}</b>. {history.service} itself was not released just before.
            </>
          ) : (
            ', without a release of its own.'
          )}
        </>
      )
    case 'dependency-release':
      return (
        <>
          . In the {situation.lookbackHours} h before only <b>{cause.release.service}</b>, which it calls, was
          released: {cause.release.version} at {at(cause.release.at)}.
        </>
      )
    case 'none':
      return <>, with no release of it or of what it calls in the {situation.lookbackHours} h before.</>
  }
}

function QuietElsewhere({
  situation: { quietElsewhere },
  at,
}: Readonly<{ situation: Situation; at: (instant: string) => ReactNode }>): ReactNode {
  if (quietElsewhere.length === 0) return null
  return (
    <>
      The same version has run in{' '}
      {quietElsewhere.map(({ deployment, since }, place) => (
        <span key={deployment}>
          {place > 0 && ' and '}
          {deployment} since {at(since)}
        </span>
      ))}{' '}
      without burning.
    </>
  )
}

function Standing({ history, situation }: BudgetSentenceProps): ReactNode {
  const budget = history.periods.at(-1)?.budget
  if (!budget) return 'This budget was not measured in the current period.'
  const { state, period, remaining, exhaustedAt, projectedExhaustionAt, elapsedShare } = budget
  const pace = `${formatRemaining(1 - elapsedShare)}${NARROW_SPACE}%`
  switch (state) {
    case 'exhausted':
      return (
        <>
          <b>Nothing is left</b> of the budget of {period.name}
          {exhaustedAt !== null && (
            <>
              {' '}
              since <Time at={exhaustedAt} form="day-time" />,{' '}
              {formatDuration((Date.parse(period.end) - Date.parse(exhaustedAt)) / HOUR_MS)} before the period
              ends
            </>
          )}
          . Nothing burns now.
        </>
      )
    case 'at-risk':
      return (
        <>
          {remaining !== null && remaining < 1 - elapsedShare && `The even pace would leave ${pace} by now. `}
          {projectedExhaustionAt !== null ? (
            <>
              At the present rates it is{' '}
              <b>
                out on <Time at={projectedExhaustionAt} form="day-time" />
              </b>
              .
            </>
          ) : (
            'No exhaustion is in sight at the present rate.'
          )}
        </>
      )
    case 'no-data':
      return <Silence situation={situation} missing={budget.missingHours} elapsed={budget.elapsedHours} />
    case 'no-traffic':
      return `Nobody has asked in ${period.name}: there is nothing to be good or bad.`
    case 'no-budget':
      return 'The target is 100 %: there is no budget, and the first bad event breaks it.'
    case 'healthy':
      return `Nothing burns. The budget is at or above the even pace, which would leave ${pace} by now.`
    case 'fulfilled':
    case 'broken':
      return `${period.name} is closed.`
  }
}

type SilenceProps = Readonly<{ situation: Situation | undefined; missing: number; elapsed: number }>

/** Nobody knows whether all is well: what is missing, and who should bring it. */
function Silence({ situation, missing, elapsed }: SilenceProps): ReactNode {
  const silence = situation?.silence
  if (!silence?.since) return `Measurements do not arrive: ${missing} of ${elapsed} hours are missing.`
  return (
    <>
      <b>No measurement has arrived</b> since <Time at={silence.since} form="day-time" />
      {silence.source !== null ? (
        <>
          : its source <b>{silence.source}</b> does not deliver.
        </>
      ) : (
        '.'
      )}{' '}
      Whether it is well nobody can tell.
      {silence.reason !== null && <> The last answer was “{silence.reason}”.</>}
    </>
  )
}
