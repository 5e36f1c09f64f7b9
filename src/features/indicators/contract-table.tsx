import { Link } from '@tanstack/react-router'

import type { SlaListTable } from '../../contract/sla-indicators.ts'
import { formatDay } from '../../domain/day.ts'
import { formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import type { SlaView } from '../../url/sla-view.ts'
import styles from './slas.module.css'
import listed from './trend.module.css'

type ContractRow = SlaListTable['contracts'][number]
type ContractTableProps = Readonly<{ contracts: readonly ContractRow[]; view: SlaView }>

/** The promises as whoever signed them knows them; below stand the endpoints that carry them. */
export function ContractTable({ contracts, view }: ContractTableProps) {
  return (
    <div className={listed['listed']}>
      <div className={listed['listedHead']}>
        <h2>Contractual SLAs</h2>
      </div>
      <DataTable
        caption="Contractual SLAs"
        columns={contractColumns(view)}
        rows={contracts}
        rowKey={({ slug }) => slug}
      />
    </div>
  )
}

function contractColumns(view: SlaView): readonly Column<ContractRow>[] {
  const range = 'at' in view.range ? { range: view.range } : {}
  return [
    {
      id: 'contract',
      header: 'What was promised',
      isRowHeader: true,
      cell: ({ name, functionality }) => (
        <span className={styles['two']}>
          <span title={name}>{name}</span>
          <span className={`muted ${styles['wraps']}`}>{functionality}</span>
        </span>
      ),
      width: '262px',
    },
    {
      id: 'target',
      header: 'Target',
      align: 'end',
      cell: ({ target, sliName }) => (
        <span className={styles['two']}>
          <Figure value={formatTarget(target)} unit="%" />
          <span className="muted">{sliName}</span>
        </span>
      ),
      width: '92px',
    },
    {
      id: 'customers',
      header: 'To whom',
      cell: ({ customers, tier }) => (
        <span className={styles['two']}>
          <span title={customers.map(({ name }) => name).join(', ')}>
            {customers.length === 0 ? 'Every customer' : customers.map(({ name }) => name).join(', ')}
          </span>
          {tier !== null && <span className="muted">{tier}</span>}
        </span>
      ),
      width: '130px',
    },
    {
      id: 'since',
      header: 'Holds from',
      cell: ({ since }) =>
        since === null ? (
          <Absent reason="Nobody said since when it holds: all that was measured is judged by it" />
        ) : (
          formatDay(since)
        ),
      width: '100px',
    },
    {
      id: 'measured',
      header: 'Measured',
      cell: ({ journey, services }) => (
        <span className={styles['two']}>
          <span>{journey === null ? 'by its parts' : 'end to end'}</span>
          <span className="muted" title={services.join(', ')}>
            {services.length === 1 ? services[0] : `${services.length} services`}
          </span>
        </span>
      ),
      width: '90px',
    },
    {
      id: 'penalty',
      header: 'If it is broken',
      cell: ({ penalty }) =>
        penalty === null ? (
          <Absent reason="The contract names no penalty" />
        ) : (
          <span className={styles['terms']} title={penalty.terms}>
            {penalty.terms}
          </span>
        ),
      width: '180px',
    },
    {
      id: 'ways',
      header: 'Look at',
      cell: ({ slug, url, name }) => (
        <span className={styles['ways']}>
          <span>
            <Link
              className="link"
              {...indicatorPaths.slaAdherence({ contract: [slug], ...range })}
              aria-label={`SLA adherence of ${name}`}
            >
              Adherence
            </Link>
            {', '}
            <Link
              className="link"
              {...indicatorPaths.slaDepletion({ contract: [slug], show: 'graph', ...range })}
              aria-label={`SLA depletion of ${name}`}
            >
              what is left
            </Link>
          </span>
          {url !== null && (
            <a className="link" href={url} rel="noreferrer" aria-label={`Contract of ${name}`}>
              Contract
            </a>
          )}
        </span>
      ),
      width: '150px',
    },
  ]
}
