import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { formatDuration } from '../../domain/format.ts'
import { Percent } from '../../ui/percent.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Time } from '../../ui/time.tsx'
import { howFarWords } from './breach-words.ts'

const HOUR_MS = 3_600_000

/** What happened, when, after what, and what is left. */
export function BreachSentence({ detail }: Readonly<{ detail: SloBreachDetail }>) {
  const { breach, remainingAfter } = detail
  const { peakRate, peakLongHours, depletion, isEstimate, start, end, releaseBefore } = breach
  const lead = releaseBefore && (Date.parse(start) - Date.parse(releaseBefore.at)) / HOUR_MS
  return (
    <Sentence>
      <b>
        {peakRate === null
          ? 'A tool reported a breach'
          : `Broken by ${howFarWords(peakRate, peakLongHours)},`}
      </b>{' '}
      {peakRate !== null && 'in breach '}
      {end === null ? 'since' : 'from'} <Time at={start} form="day-time" />
      {end !== null && ` for ${formatDuration(breach.hours)}`}
      {releaseBefore && lead !== null && (
        <>
          , {lead < 1 ? 'in the hour in which' : `${formatDuration(lead)} after`}{' '}
          <b>{releaseBefore.version}</b> reached {breach.deployment}
        </>
      )}
      .{' '}
      {depletion !== null && (
        <>
          It {end === null ? 'has taken' : 'took'} {takenWords(depletion, isEstimate)} of the budget
          {remainingAfter !== null && (
            <>
              {' '}
              and left <Percent ratio={remainingAfter} />
            </>
          )}
          .
        </>
      )}
    </Sentence>
  )
}
