import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { budgetQueries } from '../../api/budget-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetState } from '../../domain/state.ts'
import { formatCount } from '../../domain/format.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import type { OnCallView } from '../../url/on-call-view.ts'
import { paths } from '../../url/paths.ts'
import { BudgetRow, isSameBudget, type BudgetKey } from './budget-row.tsx'
import styles from './on-call-list.module.css'

type BudgetFoldProps = Readonly<{
  state: BudgetState
  name: string
  count: number
  view: OnCallView
  selected: BudgetKey | undefined
}>

const MOST_ROWS = 20

/** Budgets that need nobody at the moment: counted always, read only when unfolded. */
export function BudgetFold({ state, name, count, view, selected }: BudgetFoldProps) {
  const [isOpen, setIsOpen] = useState(false)
  if (count === 0) return null
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles['fold']}>
        <StateGlyph state={state} />
        {name}
        <b>{formatCount(count)}</b>
      </summary>
      {isOpen && <FoldedRows state={state} view={view} selected={selected} />}
    </details>
  )
}

function FoldedRows({ state, view, selected }: Pick<BudgetFoldProps, 'state' | 'view' | 'selected'>) {
  const production = useProductionFilter()
  const scope = {
    ...(production !== undefined && { deployment: production }),
    ...(view.team.length > 0 && { team: view.team.join(',') }),
  }
  const query = useQuery(budgetQueries.top({ ...scope, state, sort: 'remaining', limit: MOST_ROWS }))
  return (
    <QueryPanel title="These budgets" query={query}>
      {({ items, totalCount }) => (
        <>
          {items.map((budget) => (
            <BudgetRow
              key={`${budget.sloId} ${budget.deployment}`}
              budget={budget}
              view={view}
              isSelected={selected !== undefined && isSameBudget(budget, selected)}
            />
          ))}
          {totalCount > items.length && (
            <Link
              className={`link ${styles['more']}`}
              {...paths.slosByService({
                state: [state],
                team: view.team,
                deployment: production?.split(',') ?? [],
              })}
            >
              All {formatCount(totalCount)} in SLOs by service
            </Link>
          )}
        </>
      )}
    </QueryPanel>
  )
}
