import type { Service } from '../../contract/catalog.ts'
import type { Column } from '../../ui/data-table.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import styles from './catalog.module.css'

export function catalogColumns(teamName: (slug: string) => string): readonly Column<Service>[] {
  return [
    {
      id: 'service',
      header: 'Service',
      isRowHeader: true,
      width: '150px',
      cell: ({ slug, team }) => (
        <CellLink className={styles['name']} {...paths.explore({ team, service: slug })}>
          {slug}
        </CellLink>
      ),
    },
    { id: 'team', header: 'Team', width: '100px', cell: ({ team }) => teamName(team) },
    {
      id: 'does',
      header: 'What it does',
      width: '320px',
      cell: ({ description }) => <Text words={description} />,
    },
    {
      id: 'deployments',
      header: 'Deployments',
      width: '220px',
      cell: ({ deployments }) => <Text words={deployments.join(', ')} />,
    },
    {
      id: 'dependencies',
      header: 'Calls',
      width: '230px',
      cell: ({ dependencies }) =>
        dependencies.length === 0 ? (
          <span className="muted">no other service</span>
        ) : (
          <Text words={dependencies.join(', ')} />
        ),
    },
    {
      id: 'endpoints',
      header: 'Endpoints',
      align: 'end',
      width: '80px',
      cell: ({ endpointCount }) => endpointCount,
    },
    {
      id: 'slos',
      header: 'SLOs',
      align: 'end',
      width: '70px',
      cell: ({ sloCount, slug }) =>
        sloCount === 0 ? (
          <span className="muted">none yet</span>
        ) : (
          <CellLink
            className="link"
            {...paths.slosByService({ service: [slug] })}
            aria-label={`${sloCount} SLOs of ${slug}`}
          >
            {sloCount}
          </CellLink>
        ),
    },
  ]
}

/** May be cut off at the column's edge; the whole stands in the title. */
function Text({ words }: Readonly<{ words: string }>) {
  return (
    <span className={styles['list']} title={words}>
      {words}
    </span>
  )
}
