import type { ReactNode } from 'react'

import type { KeptBudgets } from '../../contract/budget.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { OrganizationView } from '../../url/organization-view.ts'
import { AttentionList } from './attention-list.tsx'
import { BrokenServices } from './broken-services.tsx'
import { ContractStandings } from './contract-standings.tsx'
import { headline, type Headline } from './headline.ts'
import { attentionFacts } from './home-facts.ts'
import type { HomeRange } from './home-range.ts'
import { KeptBudgetsChart } from './kept-budgets.tsx'
import styles from './organization.module.css'
import { sharePercent } from './share-percent.ts'
import { TeamTable } from './team-table.tsx'
import { OutageFigure, RecoveryFigure, TicketFigure } from './trends.tsx'
import { useHome } from './use-home.ts'

const SKELETON_LINES = 16
const TREND_LINES = 4

type OrganizationHomeProps = Readonly<{
  view: OrganizationView
  setView: (change: Partial<OrganizationView>) => void
  range: HomeRange
  selection: string
  /** What was expected of SRE, below what is owed to customers. */
  expected: ReactNode
}>

export function OrganizationHome(props: OrganizationHomeProps) {
  const home = useHome(props.range, props.view.deployment)
  return (
    <QueryPanel
      title="Kept budgets"
      query={home.kept}
      skeleton={<Skeleton name="kept budgets" lines={SKELETON_LINES} />}
    >
      {(kept) => <Answer {...props} home={home} kept={kept} />}
    </QueryPanel>
  )
}

type AnswerProps = OrganizationHomeProps & Readonly<{ home: ReturnType<typeof useHome>; kept: KeptBudgets }>

function Answer({ home, kept, view, setView, range, selection, expected }: AnswerProps) {
  const answer = headline(kept.items)
  if (!answer) {
    return (
      <Notice kind="missing" title="No period has a verdict in this window">
        Verdicts are given when a period closes and its services had traffic.
      </Notice>
    )
  }
  const { deployment } = view
  const trend = {
    range,
    deployment,
    selection,
    show: view.figures,
    onShow: (figures: OrganizationView['figures']) => setView({ figures }),
  }
  const recovery = home.recovery.data?.pages[0]
  const tickets = home.tickets.data?.pages[0]
  return (
    <div className={styles['page']}>
      <Sentence>
        <HeadlineWords answer={answer} />
      </Sentence>
      <div className={styles['charts']}>
        <KeptBudgetsChart
          kept={kept}
          selection={selection}
          summary={summaryOf(answer)}
          show={view.show}
          onShow={(show) => setView({ show })}
        />
        <div>
          <QueryPanel
            title="Time to recovery"
            query={home.recovery}
            skeleton={<Skeleton name="time to recovery" lines={TREND_LINES} />}
          >
            {() => recovery && <RecoveryFigure {...trend} table={recovery} />}
          </QueryPanel>
          <QueryPanel
            title="Reliability tickets"
            query={home.tickets}
            skeleton={<Skeleton name="reliability tickets" lines={TREND_LINES} />}
          >
            {() => tickets && <TicketFigure {...trend} table={tickets} />}
          </QueryPanel>
          {recovery && <OutageFigure {...trend} table={recovery} before={view.before} />}
        </div>
      </div>
      <div className={styles['tables']}>
        <TeamTable kept={kept} />
        <BrokenServices kept={kept} range={range} deployment={deployment} earlyCount={home.earlyCount} />
        <div className={styles['promises']}>
          <QueryPanel
            title="Contracts"
            query={home.standing}
            skeleton={<Skeleton name="contracts" lines={TREND_LINES} />}
          >
            {() => home.contracts && <ContractStandings standings={home.contracts} range={range} />}
          </QueryPanel>
          {expected}
        </div>
        <AttentionList
          facts={attentionFacts(
            { kept, recovery, tickets, contracts: home.contracts, teams: home.teams },
            range,
          )}
          range={range}
          deployment={deployment}
          isWaiting={recovery === undefined || tickets === undefined || home.contracts === undefined}
        />
      </div>
    </div>
  )
}

function HeadlineWords({ answer: { last, marks, open } }: Readonly<{ answer: Headline }>) {
  const exhausted = open ? open.counted - open.kept : 0
  return (
    <>
      <b>
        {last.kept} of {last.counted} services kept every budget in {last.period.name}:{' '}
        {sharePercent(last.share ?? 0)}
        {NARROW_SPACE}%.
      </b>{' '}
      {marks}{' '}
      {open &&
        (exhausted === 0
          ? `${open.period.name} is open: no service has exhausted a budget yet.`
          : `${open.period.name} is open: ${exhausted} ${exhausted === 1 ? 'service has' : 'services have'} already exhausted a budget.`)}
    </>
  )
}

/** The sentence above says the answer; this one says what the bricks are. */
function summaryOf({ last }: Headline): string {
  return `Each brick is one of up to ${last.counted} services; those that kept every budget stand below.`
}
