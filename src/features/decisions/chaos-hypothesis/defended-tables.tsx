import type { ChaosCandidate, ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import { formatCount, formatSpeed, formatTarget } from '../../../domain/format.ts'
import { counted, nameList } from '../../../domain/indicator-words.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Button } from '../../../ui/button.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { SloName } from '../../../ui/slo-name.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { paths } from '../../../url/paths.ts'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './chaos-hypothesis.module.css'
import { subjectOf } from './chaos-words.ts'

export function SliTable({ answer }: Readonly<{ answer: ChaosHypothesis }>) {
  const { slis, withoutSlo } = answer
  return (
    <>
      {slis.length === 0 ? (
        <Notice kind="missing" title="No SLO is in view">
          What nobody has quantified cannot be disproved: its owner agrees on a first SLO before an
          experiment.
        </Notice>
      ) : (
        <FiguresTable
          caption="What is promised, by what it is measured by"
          rows={slis}
          rowKey={({ slug }) => slug}
          columns={[
            { header: 'SLI', cell: ({ name }) => name },
            { header: 'SLOs', isFigure: true, cell: ({ sloCount }) => formatCount(sloCount) },
            { header: 'Services', isFigure: true, cell: ({ serviceCount }) => formatCount(serviceCount) },
            {
              header: 'Defended',
              isFigure: true,
              cell: ({ defendedCount, seriesCount }) => (
                <>
                  {formatCount(defendedCount)}{' '}
                  <span className="muted">of {counted(seriesCount, 'budget')}</span>
                </>
              ),
            },
            {
              header: 'Tightest',
              isFigure: true,
              cell: ({ tightest }) => <Figure value={formatTarget(tightest)} unit="%" />,
            },
          ]}
        />
      )}
      {withoutSlo.length > 0 && (
        <p className={styles['note']}>
          Without an SLO, and so without a steady state to test:{' '}
          {nameList(withoutSlo.map(({ service, teamName }) => `${service} of ${teamName}`))}.
        </p>
      )}
    </>
  )
}

type CandidateTableProps = Readonly<{
  answer: ChaosHypothesis
  onChoose: (candidate: ChaosCandidate) => void
}>

export function CandidateTable({ answer, onChoose }: CandidateTableProps) {
  const { candidates, chosen, periods } = answer
  if (candidates.length === 0)
    return periods.length === 0 ? (
      <Notice kind="missing" title="No period has closed yet">
        Defended is what was fulfilled in each of the last three closed periods.
      </Notice>
    ) : (
      <Notice kind="filtered" title="Nothing in view was defended">
        Defended is what was fulfilled in each of the last three closed periods.
      </Notice>
    )
  return (
    <FiguresTable
      caption="Best defended first"
      rows={candidates}
      rowKey={subjectOf}
      columns={[
        {
          header: 'SLO',
          cell: (row) => (
            <span className={styles['slo']}>
              <SloName target={row.target} thresholdMs={row.thresholdMs} isDefault={row.flavor === 'default'}>
                <CellLink {...paths.slo(row)}>
                  {row.service} <EndpointName verb={row.endpoint.verb} path={row.endpoint.path} />
                </CellLink>
              </SloName>
            </span>
          ),
        },
        { header: 'SLI', cell: ({ sliName }) => sliName },
        { header: 'Deployment', cell: ({ deployment }) => deployment },
        {
          header: 'Kept',
          isFigure: true,
          cell: ({ fulfilledCount, verdictCount }) => (
            <>
              {fulfilledCount} <span className="muted">of {verdictCount}</span>
            </>
          ),
        },
        {
          header: 'Least left',
          isFigure: true,
          cell: ({ leastLeft }) =>
            leastLeft === null ? (
              <Absent reason="A target of 100 % leaves no budget" />
            ) : (
              <Percent ratio={leastLeft} />
            ),
        },
        {
          header: 'Highest speed',
          isFigure: true,
          cell: ({ highestSpeed }) =>
            highestSpeed === null ? (
              <Absent reason="Nothing took as much as a hundredth of its budget" />
            ) : (
              <Figure value={formatSpeed(highestSpeed)} unit="%/h" />
            ),
        },
        {
          header: 'Look at it',
          isFigure: true,
          cell: (row) =>
            chosen !== null && subjectOf(row) === subjectOf(chosen) ? (
              'below'
            ) : (
              <Button
                look="quiet"
                aria-label={`Look at ${row.service} ${row.endpoint.verb ?? ''} ${row.endpoint.path}, ${row.deployment}`}
                onClick={() => onChoose(row)}
              >
                Look at it
              </Button>
            ),
        },
      ]}
    />
  )
}
