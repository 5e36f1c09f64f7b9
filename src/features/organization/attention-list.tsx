import { Link } from '@tanstack/react-router'

import { attention, type AttentionFacts, type AttentionKind } from '../../domain/attention.ts'
import { Notice } from '../../ui/notice.tsx'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import { asOfOnly } from './contract-standings.tsx'
import type { HomeRange } from './home-range.ts'
import styles from './organization.module.css'

type AttentionListProps = Readonly<{
  facts: AttentionFacts
  range: HomeRange
  deployment: readonly string[]
  /** Not every indicator has answered yet, so that nothing said is not nothing found. */
  isWaiting: boolean
}>

/** What somebody has to decide or do, in sentences that need no chart; each leads to where more of it stands. */
export function AttentionList({ facts, range, deployment, isWaiting }: AttentionListProps) {
  const items = attention(facts)
  return (
    <section className={styles['attention']}>
      <h2>Needs attention now</h2>
      {items.length === 0 && !isWaiting ? (
        <Notice kind="good" title="Nothing needs a decision" />
      ) : (
        <ul>
          {items.map(({ kind, words }) => (
            <li key={kind}>
              {words}{' '}
              <Link className="link" {...addressOf(kind, range, deployment)}>
                {linkNames[kind]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const linkNames: Readonly<Record<AttentionKind, string>> = {
  burning: 'On call',
  incidents: 'Incidents',
  exhausted: 'Exhausted budgets',
  contracts: 'Contracts',
  consistent: 'Services by period',
  tickets: 'Tickets',
  recovery: 'Recovery',
  downtime: 'Downtime',
}

function addressOf(kind: AttentionKind, home: HomeRange, deployment: readonly string[]) {
  const range = { from: home.from, to: home.to }
  switch (kind) {
    case 'burning':
      return paths.onCall()
    case 'exhausted':
      return indicatorPaths.prematureExhaustion({ deployment, range: { window: 'current-period' } })
    case 'contracts':
      return indicatorPaths.slaAdherence(asOfOnly(home))
    case 'consistent':
      return indicatorPaths.keptBudgets({ deployment, range })
    case 'tickets':
      return indicatorPaths.supportTickets({ deployment, range })
    case 'incidents':
    case 'recovery':
    case 'downtime':
      return indicatorPaths.recoveryTrend({ deployment, range })
  }
}
