import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, type ReactNode } from 'react'

import { QueryPanel } from '../../api/query-panel.tsx'
import { SmallBurnDown } from '../../charts/small-burn-down.tsx'
import { drawingWidth, sharedBottom } from '../../charts/small-multiples.ts'
import type { BudgetsQuery, BudgetSummary } from '../../contract/budget.ts'
import { formatCount, formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Button } from '../../ui/button.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { sortWords } from '../../ui/sort-words.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import { ROW_MARK, useRowKeys } from '../../ui/use-row-keys.ts'
import type { BudgetSort } from '../../url/budgets-view.ts'
import { paths } from '../../url/paths.ts'
import { outlookOf } from './budget-cells.tsx'
import styles from './budget-graphs.module.css'
import { budgetList } from './budgets-query.ts'

const DAY_MS = 86_400_000
const LEAST_PX = 236
const GAP_PX = 28
const HEIGHT = 92

type BudgetGraphsProps = Readonly<{
  caption: string
  filters: Omit<BudgetsQuery, 'cursor'>
  sort: readonly BudgetSort[]
  empty: ReactNode
}>

/** The same budgets as the list, drawn: one burn-down each, all on one scale, so that their shapes can be compared. */
export function BudgetGraphs({ caption, filters, sort, empty }: BudgetGraphsProps) {
  const query = useInfiniteQuery(budgetList(filters))
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  return (
    <QueryPanel title={caption} query={query} skeleton={<Skeleton name={caption} lines={14} />}>
      {({ pages }) => {
        const budgets = pages.flatMap(({ items }) => items)
        if (budgets.length === 0) return empty
        const total = pages[0]?.totalCount ?? budgets.length
        return (
          <>
            <Multiples caption={caption} budgets={budgets} />
            <p className={styles['footer']}>
              <span>
                {formatCount(budgets.length)} of {formatCount(total)} budgets
              </span>
              <span>
                {sortWords(sort)} Percent of the budget left, day by day, a line each week; dotted is even
                pace.
              </span>
              {hasNextPage && (
                <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  Show more
                </Button>
              )}
            </p>
          </>
        )
      }}
    </QueryPanel>
  )
}

function Multiples({ caption, budgets }: Readonly<{ caption: string; budgets: readonly BudgetSummary[] }>) {
  const [measured, width] = useMeasuredWidth()
  const list = useRef<HTMLUListElement>(null)
  useRowKeys(list)
  const each = drawingWidth(width, LEAST_PX, GAP_PX)
  const bottom = sharedBottom(budgets.map(({ sparkline }) => sparkline))
  return (
    <div ref={measured} className={styles['frame']}>
      <ul ref={list} className={styles['graphs']} aria-label={caption}>
        {budgets.map((budget) => (
          <li key={`${budget.sloId} ${budget.deployment}`} {...ROW_MARK} style={{ width: each }}>
            <Graph budget={budget} width={each} bottom={bottom} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type GraphProps = Readonly<{ budget: BudgetSummary; width: number; bottom: number }>

function Graph({ budget, width, bottom }: GraphProps) {
  const { endpoint, sliName, target, thresholdMs, service, deployment, sparkline, burning } = budget
  const { state, remaining, total, elapsedShare, period } = budget.budget
  const days = Math.round((Date.parse(period.end) - Date.parse(period.start)) / DAY_MS)
  const isSilent = total === 0 && (state === 'no-data' || state === 'no-traffic')
  return (
    <>
      <h2 className={styles['title']}>
        <Link {...paths.slo(budget)} title={`${service} ${endpoint.path}`}>
          <b>{service}</b> <EndpointName {...endpoint} />
        </Link>
        <span className={styles['figure']}>
          {remaining === null || isSilent ? (
            <Absent reason="No figure to show" />
          ) : (
            <Percent ratio={remaining} />
          )}
        </span>
      </h2>
      <p className={styles['words']}>
        <span>
          {sliName} {formatTarget(target)}
          {NARROW_SPACE}%{thresholdMs !== null && ` ${thresholdWords(thresholdMs)}`}
        </span>
        <span className={styles['where']}>{deployment}</span>
      </p>
      {width > 0 && (
        <SmallBurnDown
          values={sparkline}
          days={days}
          elapsedShare={elapsedShare}
          width={width}
          height={HEIGHT}
          bottom={bottom}
        />
      )}
      <p className={styles['words']}>
        <StateBadge state={state} />
        {outlookOf({ budget: budget.budget, burning, periodEnd: period.end })}
      </p>
    </>
  )
}
