import type { ReactNode } from 'react'

import { QueryPanel } from '../../api/query-panel.tsx'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AttentionList } from './attention-list.tsx'
import { BrokenServices } from './broken-services.tsx'
import { ContractStandings } from './contract-standings.tsx'
import { attentionFacts } from './home-facts.ts'
import type { HomeRange } from './home-range.ts'
import styles from './organization.module.css'
import { PolicyLeads } from './policy-leads.tsx'
import { TeamTable } from './team-table.tsx'
import type { useHome } from './use-home.ts'
import { useStandings } from './use-standings.ts'

const CONTRACT_LINES = 4

type HomeTablesProps = Readonly<{
  home: ReturnType<typeof useHome>
  kept: KeptBudgets
  range: HomeRange
  deployment: readonly string[]
  /** What was expected of SRE, below what is owed to customers. */
  expected: ReactNode
}>

export function HomeTables({ home, kept, range, deployment, expected }: HomeTablesProps) {
  const { contracts, earlyCount, standing, teams } = useStandings(range, deployment)
  const recovery = home.recovery.data?.pages[0]
  const tickets = home.tickets.data?.pages[0]
  return (
    <div className={styles['tables']}>
      <TeamTable kept={kept} />
      <BrokenServices kept={kept} range={range} deployment={deployment} earlyCount={earlyCount} />
      <div className={styles['promises']}>
        <QueryPanel
          title="Contracts"
          query={standing}
          skeleton={<Skeleton name="contracts" lines={CONTRACT_LINES} />}
        >
          {() => contracts && <ContractStandings standings={contracts} range={range} />}
        </QueryPanel>
        <PolicyLeads range={range} deployment={deployment} />
        {expected}
      </div>
      <AttentionList
        facts={attentionFacts({ kept, recovery, tickets, contracts, teams }, range)}
        range={range}
        deployment={deployment}
        isWaiting={recovery === undefined || tickets === undefined || contracts === undefined}
      />
    </div>
  )
}
