import type { ReactNode } from 'react'

import type { CatalogPage } from '../../contract/service-catalog.ts'
import type { CatalogAttribute, Coverage } from '../../domain/service-catalog.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { attributeWords } from './catalog-words.ts'
import styles from './service-catalog.module.css'

type CoverageRow = Readonly<{
  team: string | null
  name: string
  serviceCount: number
  coverage: readonly Coverage[]
}>

type CoverageTableProps = Readonly<{
  page: CatalogPage
  /** `team` is null for the row of all. */
  onMissing: (attribute: CatalogAttribute, team: string | null) => void
}>

/** How many services have what the catalog should know of them, as a whole and by team. A figure shows who lacks it. */
export function CoverageTable({ page: { coverage, teams }, onMissing }: CoverageTableProps) {
  const all: CoverageRow = {
    team: null,
    name: 'All',
    serviceCount: teams.reduce((sum, { serviceCount }) => sum + serviceCount, 0),
    coverage,
  }
  const columns: readonly Column<CoverageRow>[] = [
    { id: 'team', header: 'Known of', isRowHeader: true, width: '96px', cell: ({ name }) => name },
    {
      id: 'services',
      header: 'Services',
      align: 'end',
      width: '68px',
      cell: ({ serviceCount }) => serviceCount,
    },
    ...coverage.map(({ attribute }): Column<CoverageRow> => ({
      id: attribute,
      header: attributeWords[attribute],
      align: 'end',
      width: '82px',
      cell: ({ team, name, coverage: own }) => {
        const found = own.find((one) => one.attribute === attribute)
        return found === undefined || found.expected === 0 ? (
          <Absent reason="None of these services could have it" />
        ) : (
          <Share
            coverage={found}
            name={`${name}: ${found.expected - found.known} without ${attributeWords[attribute].toLowerCase()}`}
            onPress={() => onMissing(attribute, team)}
          />
        )
      },
    })),
  ]
  return (
    <DataTable
      caption="Coverage of the catalog"
      density="dense"
      columns={columns}
      rows={[all, ...teams]}
      rowKey={({ team }) => team ?? ' all'}
      footer="Known of those that should have it: what is planned owes no SLO, what is made of others no hosting."
    />
  )
}

type ShareProps = Readonly<{ coverage: Coverage; name: string; onPress: () => void }>

function Share({ coverage: { known, expected }, name, onPress }: ShareProps): ReactNode {
  if (known === expected) return <span className="muted">all {expected}</span>
  return (
    <button type="button" className={styles['share']} aria-label={name} title={name} onClick={onPress}>
      {known}
      <span className="muted"> of {expected}</span>
    </button>
  )
}
