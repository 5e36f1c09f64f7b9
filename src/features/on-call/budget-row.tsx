import { Link } from '@tanstack/react-router'

import { useServerNow } from '../../api/server-clock.ts'
import type { OnCallEntry } from '../../contract/on-call.ts'
import { formatDuration, formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { BurnRateMark } from '../../ui/burn-rate-mark.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { thresholdWords, windowWords } from '../../ui/slo-words.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { ROW_MARK } from '../../ui/use-row-keys.ts'
import type { OnCallView } from '../../url/on-call-view.ts'
import { paths } from '../../url/paths.ts'
import styles from './on-call-list.module.css'

const HOUR_MS = 3_600_000

export type BudgetKey = Readonly<{ sloId: string; deployment: string }>

export function isSameBudget(a: BudgetKey, b: BudgetKey): boolean {
  return a.sloId === b.sloId && a.deployment === b.deployment
}

type BudgetRowProps = Readonly<{ budget: OnCallEntry; view: OnCallView; isSelected: boolean; rem: number }>

export function BudgetRow({ budget: summary, view, isSelected, rem }: BudgetRowProps) {
  const { budget, burning, sloId, deployment, endpoint } = summary
  const { start, end } = budget.period
  const days = Math.round((Date.parse(end) - Date.parse(start)) / (24 * HOUR_MS))
  return (
    <Link
      {...paths.onCall({ ...view, selected: { sloId, deployment } })}
      {...ROW_MARK}
      className={styles['row']}
      style={{ height: `${rem}rem` }}
      resetScroll={false}
      aria-current={isSelected ? 'true' : undefined}
      activeProps={{ 'aria-current': isSelected ? 'true' : undefined }}
    >
      <StateGlyph state={budget.state} label={stateWords[budget.state]} />
      <span className={styles['subject']}>
        <b>{summary.service}</b> <span className="muted">{deployment}</span>
      </span>
      <span className={styles['left']}>
        {budget.remaining === null ? (
          <Absent reason="The target is 100 %: there is no budget" />
        ) : (
          <Percent ratio={budget.remaining} />
        )}
      </span>
      <span className={styles['promise']}>
        <EndpointName {...endpoint} /> {summary.sliName}{' '}
        <Figure value={formatTarget(summary.target)} unit="%" />{' '}
        {summary.thresholdMs !== null && thresholdWords(summary.thresholdMs)}
      </span>
      <span className={styles['spark']}>
        <Sparkline values={summary.sparkline} days={days} elapsedShare={budget.elapsedShare} />
      </span>
      {burning && (
        <span className={styles['outlook']}>
          <BurnRateMark rate={burning.rate}>{`over ${windowWords(burning.longHours)}`}</BurnRateMark>
          <OutIn budget={summary} />
        </span>
      )}
    </Link>
  )
}

/** How long it lasts at the rate of the last day or week, whichever is sooner. */
function OutIn({ budget: { budget } }: Readonly<{ budget: OnCallEntry }>) {
  const now = useServerNow()
  if (budget.exhaustedAt !== null) return <span>exhausted</span>
  if (budget.projectedExhaustionAt === null || now === null) return null
  return (
    <span>
      out in ~{formatDuration(Math.max(0, (Date.parse(budget.projectedExhaustionAt) - now) / HOUR_MS))}
    </span>
  )
}
