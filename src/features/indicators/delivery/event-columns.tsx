import type { Build } from '../../../contract/builds.ts'
import type { Release } from '../../../contract/catalog.ts'
import { formatCount } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { Duration } from '../../../ui/duration.tsx'
import { Time } from '../../../ui/time.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { paths } from '../../../url/paths.ts'
import styles from './delivery.module.css'

const HOUR_MS = 3_600_000

function Between({ from, to, why }: Readonly<{ from: string | null; to: string | null; why: string }>) {
  if (from === null || to === null) return <Absent reason={why} />
  return <Duration hours={(Date.parse(to) - Date.parse(from)) / HOUR_MS} />
}

function Result({ result, untold }: Readonly<{ result: Release['result']; untold: string }>) {
  if (result === null) return <Absent reason={untold} />
  return <span className={result === 'failed' ? styles['failed'] : undefined}>{result}</span>
}

export const deploymentColumns: readonly Column<Release>[] = [
  { id: 'at', header: 'Deployed', width: '112px', cell: ({ at }) => <Time at={at} form="date-time" /> },
  {
    id: 'version',
    header: 'Version',
    isRowHeader: true,
    width: '128px',
    cell: ({ version }) => version,
  },
  {
    id: 'service',
    header: 'Service, with its budgets there',
    width: '190px',
    cell: ({ service, deployment }) => (
      <CellLink className="link" {...paths.explore({ deployment, service })}>
        {service}
      </CellLink>
    ),
  },
  { id: 'deployment', header: 'Deployment', width: '92px', cell: ({ deployment }) => deployment },
  {
    id: 'result',
    header: 'Result',
    width: '88px',
    cell: ({ result }) => <Result result={result} untold="Nobody told how it went" />,
  },
  {
    id: 'recovery',
    header: 'Recovered after',
    align: 'end',
    width: '116px',
    cell: ({ at, result, recoveredAt }) => (
      <Between
        from={at}
        to={recoveredAt}
        why={result === 'failed' ? 'Not told: it recovers with the next that succeeds' : 'It did not fail'}
      />
    ),
  },
  {
    id: 'lead',
    header: 'Lead time',
    align: 'end',
    width: '92px',
    cell: ({ at, committedAt }) => <Between from={committedAt} to={at} why="No commit was told" />,
  },
  {
    id: 'commits',
    header: 'Commits',
    align: 'end',
    width: '76px',
    cell: ({ commits }) => (commits === null ? <Absent reason="Not told" /> : formatCount(commits)),
  },
]

export const buildColumns: readonly Column<Build>[] = [
  {
    id: 'started',
    header: 'Started',
    width: '112px',
    cell: ({ startedAt }) => <Time at={startedAt} form="date-time" />,
  },
  { id: 'id', header: 'Build', isRowHeader: true, width: '260px', cell: ({ id }) => id },
  { id: 'service', header: 'Service', width: '140px', cell: ({ service }) => service },
  {
    id: 'result',
    header: 'Result',
    width: '88px',
    cell: ({ result }) => <Result result={result} untold="It still runs" />,
  },
  {
    id: 'took',
    header: 'Took',
    align: 'end',
    width: '92px',
    cell: ({ startedAt, endedAt }) => <Between from={startedAt} to={endedAt} why="It still runs" />,
  },
  {
    id: 'commits',
    header: 'Commits',
    align: 'end',
    width: '76px',
    cell: ({ commits }) => formatCount(commits.length),
  },
]
