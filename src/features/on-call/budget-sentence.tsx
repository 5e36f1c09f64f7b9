import type { ReactNode } from 'react'

import type { BudgetHistory } from '../../contract/budget.ts'
import { formatDuration, formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { badEventWords, formatBadShare, ongoingEpisode, type OngoingEpisode } from './bad-events.ts'

const HOUR_MS = 3_600_000

/** The answer first: what happens, since when, after what, and how long the budget lasts. */
export function BudgetSentence({ history }: Readonly<{ history: BudgetHistory }>) {
  return (
    <Sentence>
      <Happening history={history} />
      <Standing history={history} />
    </Sentence>
  )
}

function Happening({ history }: Readonly<{ history: BudgetHistory }>): ReactNode {
  const episode = ongoingEpisode(history)
  if (!episode) return null
  return (
    <>
      <b>
        {formatBadShare(episode.badShare)}
        {NARROW_SPACE}% of {badEventWords(history)}
      </b>{' '}
      since <Time at={episode.start} form="day-time" />
      {episode.release ? (
        <>
          , after <b>{episode.release.version}</b> reached {history.deployment} at{' '}
          <Time at={episode.release.at} form={isSameNight(episode) ? 'time' : 'date-time'} />
        </>
      ) : (
        ', with no release in the 24 hours before'
      )}
      .{' '}
    </>
  )
}

/** Near enough to the start that the day need not be said again. */
function isSameNight({ start, release }: OngoingEpisode): boolean {
  return release !== null && Math.abs(Date.parse(start) - Date.parse(release.at)) < 12 * HOUR_MS
}

function Standing({ history }: Readonly<{ history: BudgetHistory }>): ReactNode {
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
          .
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
      return `Measurements do not arrive: ${budget.missingHours} of ${budget.elapsedHours} hours are missing.`
    case 'no-traffic':
      return `Nobody has asked in ${period.name}.`
    case 'no-budget':
      return 'The target is 100 %: there is no budget, and the first bad event breaks it.'
    case 'healthy':
      return `The budget is at or above the even pace, which would leave ${pace} by now.`
    case 'fulfilled':
    case 'broken':
      return `${period.name} is closed.`
  }
}
