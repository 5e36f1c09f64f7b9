import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { KeptBudgets } from '../../contract/budget.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { organizationViewCodec, type OrganizationView, type YearWindow } from '../../url/organization-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { BrokenServices } from './broken-services.tsx'
import { headline, type Headline } from './headline.ts'
import { KeptBudgetsChart } from './kept-budgets.tsx'
import styles from './organization.module.css'
import { sharePercent } from './share-percent.ts'
import { TeamTable } from './team-table.tsx'

const windows: readonly Readonly<{ value: YearWindow; label: string }>[] = [
  { value: 'current-year', label: 'This year' },
  { value: 'previous-year', label: 'Last year' },
]

const SKELETON_LINES = 16

/** Are we reliable, and getting better: the share of services within budget, and who needs help. */
export function Organization() {
  const [view, setView] = useUrlState(organizationViewCodec)
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const query = useQuery(
    organizationQueries.keptBudgets({
      window: view.window,
      ...(view.deployment.length > 0 && { deployment: view.deployment.join(',') }),
    }),
  )
  return (
    <>
      <FilterBar name="Organization">
        <FilterSelect
          label="Window"
          value={view.window}
          options={windows}
          onChange={(window) => setView({ window })}
          isSet={view.window !== 'current-year'}
        />
        <MultiFilter
          label="Deployment"
          none="Production"
          options={deployments.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.deployment}
          onChange={(deployment) => setView({ deployment })}
        />
      </FilterBar>
      <QueryPanel
        title="Kept budgets"
        query={query}
        skeleton={<Skeleton name="kept budgets" lines={SKELETON_LINES} />}
      >
        {(kept) => (
          <Answer
            kept={kept}
            selection={selectionOf(view)}
            show={view.show}
            onShow={(show) => setView({ show })}
          />
        )}
      </QueryPanel>
    </>
  )
}

function selectionOf({ window, deployment }: OrganizationView): string {
  const year = windows.find(({ value }) => value === window)?.label ?? ''
  const where = deployment.length === 0 ? 'production' : deployment.join(', ')
  return `The whole organization; ${where}; ${year.toLowerCase()}`
}

type AnswerProps = Readonly<{
  kept: KeptBudgets
  selection: string
  show: 'chart' | 'table'
  onShow: (show: 'chart' | 'table') => void
}>

function Answer({ kept, selection, show, onShow }: AnswerProps) {
  const answer = headline(kept.items)
  if (!answer) {
    return (
      <Notice kind="missing" title="No period has a verdict in this window">
        Verdicts are given when a period closes and its services had traffic.
      </Notice>
    )
  }
  return (
    <>
      <div className={styles['chart']}>
        <Sentence>
          <HeadlineWords answer={answer} />
        </Sentence>
        <KeptBudgetsChart
          kept={kept}
          selection={selection}
          summary={summaryOf(answer)}
          show={show}
          onShow={onShow}
        />
      </div>
      <div className={styles['tables']}>
        <TeamTable kept={kept} />
        <BrokenServices kept={kept} />
      </div>
    </>
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
  return `Each column is a period, each brick one of up to ${last.counted} services; kept ones stand below, marks at 50${NARROW_SPACE}% and 90${NARROW_SPACE}%.`
}
