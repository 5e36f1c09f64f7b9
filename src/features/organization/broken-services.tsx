import { Link } from '@tanstack/react-router'

import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import { asOfOnly } from './contract-standings.tsx'
import type { HomeRange } from './home-range.ts'
import styles from './organization.module.css'

type ServiceRow = Readonly<{
  service: string
  team: string
  teamName: string
  verdicts: readonly Readonly<{ periodId: string; name: string; isBroken: boolean | null }>[]
}>

const MOST_ROWS = 6
const LAST = 3

const columns: readonly Column<ServiceRow>[] = [
  {
    id: 'service',
    header: 'Service',
    isRowHeader: true,
    cell: ({ service, team, teamName }) => (
      <>
        <Link className={styles['name']} {...paths.explore({ team, service })}>
          {service}
        </Link>{' '}
        <span className="muted">{teamName}</span>
      </>
    ),
  },
  { id: 'strip', header: 'By period', cell: ({ verdicts }) => <Strip verdicts={verdicts} /> },
  {
    id: 'last',
    header: `Last ${LAST}`,
    align: 'end',
    cell: ({ verdicts }) => <CountOf verdicts={verdicts.slice(-LAST)} />,
  },
]

type BrokenServicesProps = Readonly<{
  kept: KeptBudgets
  range: HomeRange
  deployment: readonly string[]
  /** Budgets that ran out before the end of the period reported on; undefined until it is known. */
  earlyCount: number | undefined
}>

/** Where reliability work pays first: services that broke a budget in most closed periods. */
export function BrokenServices({ kept, range, deployment, earlyCount }: BrokenServicesProps) {
  const rows = kept.services
    .map(({ service, team, brokenPeriods }): ServiceRow => ({
      service,
      team,
      teamName: kept.teams.find((one) => one.team === team)?.name ?? team,
      verdicts: kept.items.flatMap(({ period }, index) =>
        period.isOpen
          ? []
          : [{ periodId: period.id, name: period.name, isBroken: brokenPeriods[index] ?? null }],
      ),
    }))
    .filter(({ verdicts }) => countBroken(verdicts) > 0)
    .toSorted((a, b) => countBroken(b.verdicts) - countBroken(a.verdicts))
    .slice(0, MOST_ROWS)
  return (
    <section>
      <div className={styles['head']}>
        <h2>Broke budgets most often</h2>
        <Link
          className="link"
          {...indicatorPaths.keptBudgets({ deployment, range: { from: range.from, to: range.to } })}
        >
          All
        </Link>
        {earlyCount !== undefined && range.asOf && (
          <Link className="link" {...indicatorPaths.prematureExhaustion({ deployment, ...asOfOnly(range) })}>
            {earlyCount} ran out early
          </Link>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice kind="good" title="No service broke a budget in a closed period of this window" />
      ) : (
        <DataTable
          caption="Services that broke budgets most often"
          isNarrow
          columns={columns}
          rows={rows}
          rowKey={({ service }) => service}
          density="dense"
        />
      )}
    </section>
  )
}

function countBroken(verdicts: ServiceRow['verdicts']): number {
  return verdicts.filter(({ isBroken }) => isBroken === true).length
}

function CountOf({ verdicts }: Pick<ServiceRow, 'verdicts'>) {
  return (
    <>
      {countBroken(verdicts)}{' '}
      <span className="muted">of {verdicts.filter(({ isBroken }) => isBroken !== null).length}</span>
    </>
  )
}

const WIDTH = 8
const STEP = 10
const HEIGHT = 12

/** Full height where a budget was broken, a foot where all were kept, nothing where there was no verdict. */
function Strip({ verdicts }: Pick<ServiceRow, 'verdicts'>) {
  const broken = verdicts.filter(({ isBroken }) => isBroken).map(({ name }) => name)
  return (
    <svg
      className={styles['strip']}
      width={verdicts.length * STEP}
      height={HEIGHT}
      role="img"
      aria-label={`Broken in ${broken.join(', ')}`}
    >
      {verdicts.map(({ periodId, isBroken }, index) =>
        isBroken === null ? null : (
          <rect
            key={periodId}
            className={isBroken ? styles['broke'] : styles['kept']}
            x={index * STEP}
            y={isBroken ? 0 : HEIGHT - 2}
            width={WIDTH}
            height={isBroken ? HEIGHT : 2}
          />
        ),
      )}
    </svg>
  )
}
