import { Link } from '@tanstack/react-router'

import { useServerNow } from '../../api/server-clock.ts'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import { evenPaceSpeed, exhaustionInSight, lastHour, type LastHour } from '../../domain/budget-pace.ts'
import { formatDuration, formatRemaining, formatSpeed } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Duration } from '../../ui/duration.tsx'
import { Figure, NARROW_SPACE } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { ShortWindows } from '../../ui/short-windows.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { breachPaths } from '../../url/breach-paths.ts'
import styles from './budget-detail.module.css'
import { BurnRates } from './burn-rates.tsx'

const HOUR_MS = 3_600_000

/** Budget left beside the even pace, when it is out, how fast it goes, and the windows of the alert rules. */
export function BudgetFigures({ history }: Readonly<{ history: BudgetHistory }>) {
  const period = history.periods.at(-1)
  if (!period) return null
  const { budget, columns } = period
  const { remaining, elapsedShare, grant } = budget
  const last = lastHour(columns, grant, remaining)
  const ownRules =
    history.readBy === 'team-rules' ? (
      <Link className="link" {...breachPaths.rules(history.team)}>
        rules of {history.teamName}
      </Link>
    ) : null
  const periodHours = (Date.parse(budget.period.end) - Date.parse(budget.period.start)) / HOUR_MS
  return (
    <dl className={styles['figures']}>
      <div className={styles['figure']}>
        <dt>
          Budget left <StateGlyph state="open" /> estimate
        </dt>
        <dd className={styles['value']}>
          {remaining === null ? (
            <Absent reason="The target is 100 %: there is no budget" />
          ) : (
            <Percent ratio={remaining} />
          )}
        </dd>
        <dd className={styles['note']}>
          even pace would leave {formatRemaining(1 - elapsedShare)}
          {NARROW_SPACE}%
        </dd>
      </div>
      <Exhaustion
        budget={budget}
        last={last}
        dataUpTo={history.dataUpTo}
        lastMeasured={columns.hour.at(-1) ?? null}
      />
      <div className={styles['figure']}>
        <dt>Speed, last hour</dt>
        <dd className={styles['value']}>
          {last === null || budget.state === 'no-data' ? (
            <Absent reason="No hour was measured last" />
          ) : (
            <Figure value={formatSpeed(last.speed)} unit="%/h" />
          )}
        </dd>
        <dd className={styles['note']}>
          even pace is {evenPaceSpeed(periodHours).toFixed(2)}
          {NARROW_SPACE}%/h
        </dd>
      </div>
      <div className={styles['figure']}>
        <dt>Burn rate by window</dt>
        <dd>
          <BurnRates readings={history.readings} />
        </dd>
        <dd className={`${styles['note']} ${styles['windows']}`}>
          {budget.state !== 'no-data' && <ShortWindows history={history} ownRules={ownRules} />}
        </dd>
      </div>
    </dl>
  )
}

type ExhaustionProps = Readonly<{
  budget: BudgetHistory['periods'][number]['budget']
  last: LastHour | null
  dataUpTo: string
  /** The start of the last hour there is a bucket of. */
  lastMeasured: string | null
}>

function Exhaustion({ budget, last, dataUpTo, lastMeasured }: ExhaustionProps) {
  const { exhaustedAt, projectedExhaustionAt, period } = budget
  const now = useServerNow()
  // From silence no rate can be read: neither a good one nor a bad one.
  const isSilent = budget.state === 'no-data'
  const end = exhaustionInSight(
    msOf(exhaustedAt),
    isSilent ? null : msOf(projectedExhaustionAt),
    isSilent || last?.hoursLeft == null ? null : Date.parse(dataUpTo) + last.hoursLeft * HOUR_MS,
    Date.parse(period.end),
  )
  return (
    <div className={styles['figure']}>
      <dt>{end?.by === 'fact' ? 'Exhausted for' : 'Exhausted in'}</dt>
      <dd className={styles['value']}>
        {end === null || now === null ? (
          <Absent
            reason={
              isSilent
                ? 'Measurements do not arrive, so no rate is known'
                : 'No exhaustion in sight at the rates of the last day and week'
            }
          />
        ) : (
          <>
            {end.by !== 'fact' && '~'}
            <Duration hours={Math.abs(end.atMs - now) / HOUR_MS} />
          </>
        )}
      </dd>
      <dd className={styles['note']}>
        {end !== null ? (
          <>
            {end.by === 'fact' ? 'since' : 'about'}{' '}
            <Time at={new Date(end.atMs).toISOString()} form="day-time" />
            {end.by === 'last-hour' && ', if the last hour goes on, else not in sight'}
            {end.soonerMs !== null && now !== null && (
              <>
                <br />~{formatDuration(Math.max(0, end.soonerMs - now) / HOUR_MS)} if the last hour goes on
              </>
            )}
          </>
        ) : isSilent ? (
          <Unknown since={lastMeasured} />
        ) : (
          'not in sight at the present rates'
        )}
      </dd>
    </div>
  )
}

function msOf(at: string | null): number | null {
  return at === null ? null : Date.parse(at)
}

function Unknown({ since }: Readonly<{ since: string | null }>) {
  if (since === null) return 'nothing is known in this period'
  return (
    <>
      nothing is known since <Time at={new Date(Date.parse(since) + HOUR_MS).toISOString()} form="day-time" />
    </>
  )
}
