import type { CatalogService } from '../../contract/service-catalog.ts'
import { formatDay } from '../../domain/day.ts'
import { formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { stateWords } from '../../ui/state-words.ts'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import styles from './service-page.module.css'

type SloRow = CatalogService['slos'][number]

const columns: readonly Column<SloRow>[] = [
  {
    id: 'endpoint',
    header: 'SLO',
    isRowHeader: true,
    width: '280px',
    cell: ({ endpoint, sliName, thresholdMs, service, isDefault }) => {
      const kind = [
        sliName.toLowerCase(),
        ...(thresholdMs === null ? [] : [thresholdWords(thresholdMs)]),
        ...(isDefault ? ['default'] : []),
      ].join(', ')
      return (
        <span className={styles['cut']} title={`${service}: ${endpoint} ${kind}`}>
          {endpoint} <span className="muted">{kind}</span>
        </span>
      )
    },
  },
  {
    id: 'target',
    header: 'Target',
    align: 'end',
    width: '84px',
    cell: ({ target }) => `${formatTarget(target)}${NARROW_SPACE}%`,
  },
  {
    id: 'sla',
    header: 'SLA',
    align: 'end',
    width: '76px',
    cell: ({ slaTarget }) =>
      slaTarget === null ? (
        <Absent reason="Nothing was promised to customers" />
      ) : (
        `${formatTarget(slaTarget)}${NARROW_SPACE}%`
      ),
  },
  {
    id: 'now',
    header: 'Now, in production',
    width: '170px',
    cell: (slo) => <States slo={slo} />,
  },
  {
    id: 'changed',
    header: 'Changed',
    width: '104px',
    cell: ({ changedAt }) => formatDay(changedAt.slice(0, 10)),
  },
]

function States({ slo }: Readonly<{ slo: SloRow }>) {
  if (slo.states.length === 0) return <Absent reason="It is not measured in production" />
  return (
    <span className={styles['states']}>
      {slo.states.map(({ deployment, state }) => (
        <CellLink
          key={deployment}
          className="link"
          {...paths.slo({
            team: slo.team,
            deployment,
            service: slo.service,
            sli: slo.sli,
            sloSlug: slo.slug,
          })}
          title={`${deployment}: ${stateWords[state].toLowerCase()}`}
          aria-label={`${slo.endpoint} ${slo.sliName} in ${deployment}: ${stateWords[state].toLowerCase()}`}
        >
          <StateGlyph state={state} />
          {deployment.replace(/^prod-/, '')}
        </CellLink>
      ))}
    </span>
  )
}

export function ServiceSlos({ detail: { slos, service } }: Readonly<{ detail: CatalogService }>) {
  const isMadeOfOthers = service.level !== 'technical'
  return (
    <DataTable
      caption="SLOs"
      density="dense"
      columns={columns}
      rows={slos}
      rowKey={({ id }) => id}
      {...(isMadeOfOthers && {
        groupOf: ({ service: slug }: SloRow) => ({ key: slug, label: slug }),
      })}
      footer="Changed: since when the target holds."
    />
  )
}
