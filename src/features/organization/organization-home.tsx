import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'

import { QueryPanel } from '../../api/query-panel.tsx'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { later } from '../../ui/later.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { OrganizationView } from '../../url/organization-view.ts'
import { paths } from '../../url/paths.ts'
import { headline, type Headline } from './headline.ts'
import type { HomeRange } from './home-range.ts'
import { KeptBudgetsChart } from './kept-budgets.tsx'
import styles from './organization.module.css'
import { sharePercent } from './share-percent.ts'
import { useHome } from './use-home.ts'

const SKELETON_LINES = 16
const TREND_LINES = 4

/** Below the charts, and beside them in time: neither waits for the other's code. */
const HomeTables = later(
  async () => (await import('./home-tables.tsx')).HomeTables,
  <Skeleton name="teams" lines={SKELETON_LINES} />,
)

const RecoveryFigure = later(
  async () => (await import('./trends.tsx')).RecoveryFigure,
  <Skeleton name="time to recovery" lines={TREND_LINES} />,
)
const TicketFigure = later(
  async () => (await import('./trends.tsx')).TicketFigure,
  <Skeleton name="reliability tickets" lines={TREND_LINES} />,
)
const OutageFigure = later(
  async () => (await import('./outage-figure.tsx')).OutageFigure,
  <Skeleton name="outages not detected internally" lines={TREND_LINES} />,
)

type OrganizationHomeProps = Readonly<{
  view: OrganizationView
  setView: (change: Partial<OrganizationView>) => void
  range: HomeRange
  selection: string
  /** What was expected of SRE, below what is owed to customers. */
  expected: ReactNode
  /** Where nothing is promised yet. */
  empty: ReactNode
}>

export function OrganizationHome(props: OrganizationHomeProps) {
  const home = useHome(props.range, props.view.deployment)
  useEffect(() => {
    RecoveryFigure.preload()
    TicketFigure.preload()
    OutageFigure.preload()
    HomeTables.preload()
  }, [])
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

function Answer({ home, kept, view, setView, range, selection, expected, empty }: AnswerProps) {
  const answer = headline(kept.items)
  if (!answer) {
    if (kept.services.length === 0) return empty
    return (
      <Notice
        kind="missing"
        title="No period has a verdict in this window"
        action={
          <Link className="link" {...paths.explore()}>
            See which budgets are measured
          </Link>
        }
      >
        A verdict is given when a period closes in which a service was measured and used.
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
          {recovery && <OutageFigure {...trend} table={recovery} typed={view.before} />}
        </div>
      </div>
      <HomeTables {...{ home, kept, range, deployment, expected }} />
    </div>
  )
}

function HeadlineWords({ answer: { last, open } }: Readonly<{ answer: Headline }>) {
  return (
    <>
      {last ? (
        <>
          <b>
            {last.kept} of {last.counted} services kept every budget in {last.period.name}:{' '}
            {sharePercent(last.share ?? 0)}
            {NARROW_SPACE}%.
          </b>{' '}
          {last.marks}
        </>
      ) : (
        <b>No period shown has closed yet.</b>
      )}{' '}
      {open && openWords(open)}
    </>
  )
}

function openWords({ period, kept, counted }: NonNullable<Headline['open']>): string {
  const exhausted = counted - kept
  if (exhausted === 0) return `${period.name} is open: no service has exhausted a budget yet.`
  return `${period.name} is open: ${exhausted} ${exhausted === 1 ? 'service has' : 'services have'} already exhausted a budget.`
}

/** The sentence above says the answer; this one says what the bricks are. */
function summaryOf({ last, open }: Headline): string {
  const { counted } = last ?? open ?? { counted: 0 }
  return `Each brick is one of up to ${counted} services; those that kept every budget stand below.`
}
