import { useQuery } from '@tanstack/react-query'

import { budgetQueries } from '../../api/budget-queries.ts'
import { historyQueries } from '../../api/history-queries.ts'
import { SmallBurnDown } from '../../charts/small-burn-down.tsx'
import type { BudgetSummary } from '../../contract/budget.ts'
import { formatBurnRate, formatDuration, formatTarget } from '../../domain/format.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { thresholdWords, windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { Time } from '../../ui/time.tsx'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import type { WallScreen } from './wall-screens.ts'
import styles from './wall-burning.module.css'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOST_BURNING = 4
const MOST_EXHAUSTED = 2
const DRAWING_PX = 118

/** What burns now, the fastest large, and what is exhausted already. */
export function WallBurning({ scope }: Readonly<{ scope: WallScreen['scope'] }>) {
  const kept = { gcTime: Number.POSITIVE_INFINITY }
  const burning = useQuery({
    ...budgetQueries.top({ ...scope, burning: 'only', sort: '-burn-rate', limit: MOST_BURNING }),
    ...kept,
  }).data
  const exhausted = useQuery({
    ...budgetQueries.top({ ...scope, state: 'exhausted', sort: 'remaining', limit: MOST_EXHAUSTED }),
    ...kept,
  }).data
  const [worst, ...others] = burning?.items ?? []
  return (
    <section className={styles['burn']} aria-label="Burning and exhausted">
      <h2>
        Burning now <More total={burning?.totalCount} shown={burning?.items.length} />
      </h2>
      {worst && <Worst budget={worst} />}
      {burning && !worst && <p className={styles['quiet']}>No alert rule holds.</p>}
      {others.map((budget) => (
        <Burning key={`${budget.sloId} ${budget.deployment}`} budget={budget} />
      ))}
      {exhausted && exhausted.items.length > 0 && (
        <>
          <h2>
            Exhausted in {exhausted.items[0]?.budget.period.name}{' '}
            <More total={exhausted.totalCount} shown={exhausted.items.length} />
          </h2>
          {exhausted.items.map((budget) => (
            <Exhausted key={`${budget.sloId} ${budget.deployment}`} budget={budget} />
          ))}
        </>
      )}
    </section>
  )
}

function More({ total = 0, shown = 0 }: Readonly<{ total: number | undefined; shown: number | undefined }>) {
  return total > shown ? (
    <span>
      {shown} of {total}
    </span>
  ) : null
}

function Name({ budget: { service, deployment } }: Readonly<{ budget: BudgetSummary }>) {
  return (
    <h3>
      {service} <span>{deployment.replace(/^prod-/, '')}</span>
    </h3>
  )
}

function Left({ budget: { budget } }: Readonly<{ budget: BudgetSummary }>) {
  return <b>{budget.remaining === null ? '–' : <Percent ratio={budget.remaining} />}</b>
}

function Promise({ budget: { endpoint, target, thresholdMs } }: Readonly<{ budget: BudgetSummary }>) {
  return (
    <>
      <EndpointName {...endpoint} /> {formatTarget(target)}
      {NARROW_SPACE}%{thresholdMs !== null && ` ${thresholdWords(thresholdMs)}`}
    </>
  )
}

function Rate({ budget: { burning } }: Readonly<{ budget: BudgetSummary }>) {
  if (burning === null) return null
  return (
    <span className={styles['rate']}>
      {formatBurnRate(burning.rate)}× over {windowWords(burning.longHours)}
    </span>
  )
}

/** When it runs out, where that is before the period's end. */
function Out({ budget: { budget } }: Readonly<{ budget: BudgetSummary }>) {
  const { exhaustedAt, projectedExhaustionAt, period } = budget
  if (exhaustedAt !== null) {
    return (
      <>
        Out since <Time at={exhaustedAt} form="date-time" />
      </>
    )
  }
  if (projectedExhaustionAt === null || projectedExhaustionAt >= period.end)
    return 'Not out before the period ends'
  return (
    <>
      Out at <b>~</b>
      <Time at={projectedExhaustionAt} form="date-time" />
    </>
  )
}

function Worst({ budget }: Readonly<{ budget: BudgetSummary }>) {
  const [ref, width] = useMeasuredWidth()
  const { period, elapsedShare } = budget.budget
  const days = Math.round((Date.parse(period.end) - Date.parse(period.start)) / DAY_MS)
  return (
    <article className={styles['worst']}>
      <header>
        <StateGlyph state="burning" label="Burning" />
        <Name budget={budget} />
        <Left budget={budget} />
      </header>
      <p>
        <Promise budget={budget} />. <Since budget={budget} />
      </p>
      <div ref={ref} style={{ height: DRAWING_PX }}>
        {width > 0 && (
          <SmallBurnDown
            values={budget.sparkline}
            days={days}
            elapsedShare={elapsedShare}
            width={width}
            height={DRAWING_PX}
            bottom={-0.15}
            labelPx={0}
          />
        )}
      </div>
      <footer>
        <span>
          <Out budget={budget} />
        </span>
        <Rate budget={budget} />
      </footer>
    </article>
  )
}

/** Since when it burns, and after which release. */
function Since({ budget: { sloId, deployment } }: Readonly<{ budget: BudgetSummary }>) {
  const { data } = useQuery(
    historyQueries.budget(sloId, deployment, { window: 'current-period', scale: 'day' }),
  )
  const last = data?.episodes.toSorted((a, b) => a.end.localeCompare(b.end)).at(-1)
  if (!data || !last) return null
  const hours = (Date.parse(data.dataUpTo) - Date.parse(last.start)) / HOUR_MS
  return (
    <>
      Since <Time at={last.start} form="time" />, {formatDuration(hours)} ago
      {last.releaseBefore && (
        <>
          , after <b>{last.releaseBefore.version}</b>
        </>
      )}
      .
    </>
  )
}

function Burning({ budget }: Readonly<{ budget: BudgetSummary }>) {
  const { state } = budget.budget
  return (
    <article className={styles['other']}>
      <StateGlyph state={state} label={stateWords[state]} />
      <div>
        <Name budget={budget} />
        <p>
          <Promise budget={budget} />
        </p>
      </div>
      <div className={styles['end']}>
        <Left budget={budget} />
        <p>
          <Rate budget={budget} />
        </p>
      </div>
    </article>
  )
}

function Exhausted({ budget }: Readonly<{ budget: BudgetSummary }>) {
  const { exhaustedAt } = budget.budget
  return (
    <article className={styles['other']}>
      <StateGlyph state="exhausted" label="Exhausted" />
      <Name budget={budget} />
      <div className={styles['line']}>
        {exhaustedAt !== null && (
          <span>
            since <Time at={exhaustedAt} form="date" />
          </span>
        )}
        <Left budget={budget} />
      </div>
    </article>
  )
}
