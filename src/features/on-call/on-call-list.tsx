import type { UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'

import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetPage } from '../../contract/budget.ts'
import type { Team } from '../../contract/catalog.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import type { OnCallView } from '../../url/on-call-view.ts'
import { BudgetFold } from './budget-fold.tsx'
import { BudgetRow, isSameBudget, type BudgetKey } from './budget-row.tsx'
import styles from './on-call-list.module.css'

type OnCallListProps = Readonly<{
  burning: UseQueryResult<BudgetPage>
  exhausted: UseQueryResult<BudgetPage>
  atRisk: UseQueryResult<BudgetPage>
  /** Those whose budgets are shown. */
  teams: readonly Team[]
  view: OnCallView
  selected: BudgetKey | undefined
}>

const folded = ['no-data', 'no-traffic', 'no-budget', 'healthy'] as const

export function OnCallList({ burning, exhausted, atRisk, teams, view, selected }: OnCallListProps) {
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(list)

  // What burns stands at the top already, whatever its state: named twice it would be counted twice.
  const isBurning = (budget: BudgetKey) =>
    burning.data?.items.some((one) => isSameBudget(one, budget)) ?? false
  const groups = [
    { state: 'burning', title: 'Burning now', query: burning, isLeftOut: () => false },
    { state: 'exhausted', title: 'Exhausted', query: exhausted, isLeftOut: isBurning },
    { state: 'at-risk', title: 'At risk', query: atRisk, isLeftOut: isBurning },
  ] as const
  return (
    <div ref={list}>
      {groups.map(({ state, title, query, isLeftOut }) => (
        <section key={state} aria-label={title}>
          <QueryPanel title={title} query={query} skeleton={<Skeleton name={title} lines={3} />}>
            {({ items, totalCount }) => {
              const rows = items.filter((budget) => !isLeftOut(budget))
              return (
                <>
                  <h2 className={styles['heading']}>
                    <StateGlyph state={state} />
                    {title}
                    <b>{totalCount - (items.length - rows.length)}</b>
                  </h2>
                  {rows.map((budget) => (
                    <BudgetRow
                      key={`${budget.sloId} ${budget.deployment}`}
                      budget={budget}
                      view={view}
                      isSelected={selected !== undefined && isSameBudget(budget, selected)}
                    />
                  ))}
                  {rows.length === 0 && (
                    <p className={styles['none']}>
                      {items.length > 0 ? 'All of them burn, see above' : 'None'}
                    </p>
                  )}
                </>
              )
            }}
          </QueryPanel>
        </section>
      ))}
      <div className={styles['folds']}>
        {folded.map((state) => (
          <BudgetFold
            key={state}
            state={state}
            name={stateWords[state]}
            count={teams.reduce((sum, team) => sum + (team.states[state] ?? 0), 0)}
            view={view}
            selected={selected}
          />
        ))}
      </div>
    </div>
  )
}
