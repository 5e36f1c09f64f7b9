import { Link } from '@tanstack/react-router'

import type { SlaAdherenceTable } from '../../contract/sla-indicators.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Percent } from '../../ui/percent.tsx'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import type { SlaView } from '../../url/sla-view.ts'
import { memberName } from './sla-words.ts'
import listed from './trend.module.css'

type Break = SlaAdherenceTable['breaks'][number]

/** Which part broke a contract, and how much the mean had left all the same. */
export function BrokenContracts({ breaks, view }: Readonly<{ breaks: readonly Break[]; view: SlaView }>) {
  return (
    <div className={listed['listed']}>
      <div className={listed['listedHead']}>
        <h2>What broke a contract</h2>
      </div>
      <DataTable
        caption="What broke a contract"
        columns={breakColumns(view)}
        rows={breaks}
        rowKey={({ contract, deployment, period }) => `${contract.slug} ${deployment} ${period.id}`}
        density="dense"
        footer="Newest first. A contract without a measure of its own is kept only if every part is, whatever is left on average."
      />
    </div>
  )
}

function breakColumns(view: SlaView): readonly Column<Break>[] {
  const at = 'at' in view.range ? { at: view.range.at } : {}
  return [
    {
      id: 'contract',
      header: 'Contractual SLA',
      isRowHeader: true,
      cell: ({ contract }) => contract.name,
      width: '210px',
    },
    { id: 'deployment', header: 'Deployment', cell: ({ deployment }) => deployment, width: '92px' },
    {
      id: 'period',
      header: 'Period',
      cell: ({ contract, deployment, period }) => (
        <Link
          className="link"
          {...indicatorPaths.slaDepletion({
            contract: [contract.slug],
            deployment: [deployment],
            scale: view.scale,
            range: { from: period.start, to: period.end, ...at },
          })}
          aria-label={`What was left of ${contract.name} in ${deployment} in ${period.name}`}
        >
          {period.name}
        </Link>
      ),
      width: '68px',
    },
    {
      id: 'cause',
      header: 'Because',
      cell: ({ brokenBy }) =>
        brokenBy.length === 0
          ? 'by its own measure, while every part held'
          : brokenBy.map((part) => `${memberName(part)} was broken`).join(', '),
      width: '330px',
    },
    {
      id: 'part',
      header: 'The part had left',
      align: 'end',
      cell: ({ brokenBy: [part] }) =>
        part?.remaining == null ? <Absent reason="No part was broken" /> : <Percent ratio={part.remaining} />,
      width: '116px',
    },
    {
      id: 'remaining',
      header: 'The contract',
      align: 'end',
      cell: ({ remaining }) =>
        remaining === null ? <Absent reason="Nothing was measured" /> : <Percent ratio={remaining} />,
      width: '100px',
    },
  ]
}
