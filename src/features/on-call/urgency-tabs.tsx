import { Link } from '@tanstack/react-router'

import type { OnCallList } from '../../contract/on-call.ts'
import { formatCount } from '../../domain/format.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import type { OnCallView } from '../../url/on-call-view.ts'
import { paths } from '../../url/paths.ts'
import { isSameBudget, type BudgetKey } from './budget-row.tsx'
import styles from './on-call.module.css'

type UrgencyTabsProps = Readonly<{
  pages: readonly OnCallList[]
  view: OnCallView
  selected: BudgetKey | undefined
}>

const tabs = ['burning', 'exhausted', 'at-risk'] as const

/** On a phone, where the list lies below the budget: a thumb's way to the worst of each group. */
export function UrgencyTabs({ pages, view, selected }: UrgencyTabsProps) {
  const items = pages.flatMap((page) => page.items)
  const current = selected && items.find((budget) => isSameBudget(budget, selected))?.group
  return (
    <nav className={styles['tabs']} aria-label="The worst of each group">
      {tabs.map((group) => {
        const worst = items.find((budget) => budget.group === group)
        const count = pages[0]?.groups.find((one) => one.group === group)?.count
        const words = (
          <>
            <StateGlyph state={group} />
            {stateWords[group]} {count !== undefined && <b>{formatCount(count)}</b>}
          </>
        )
        if (worst === undefined) return <span key={group}>{words}</span>
        const { sloId, deployment } = worst
        return (
          <Link
            key={group}
            {...paths.onCall({ ...view, selected: { sloId, deployment } })}
            resetScroll={false}
            aria-current={current === group ? 'true' : undefined}
            activeProps={{ 'aria-current': current === group ? 'true' : undefined }}
          >
            {words}
          </Link>
        )
      })}
    </nav>
  )
}
