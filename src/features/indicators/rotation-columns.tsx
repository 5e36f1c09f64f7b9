import { WeekStrip } from '../../charts/week-strip.tsx'
import type { RotationRow, ServiceCover, TeamOnCall } from '../../contract/on-call-rotations.ts'
import { formatCount, formatTarget } from '../../domain/format.ts'
import { weekWords } from '../../domain/week-words.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './rotations.module.css'

export function rotationColumns(hourOfWeek: number): readonly Column<RotationRow>[] {
  return [
    {
      id: 'team',
      header: 'Team',
      cell: ({ teamName }) => teamName,
      sortable: true,
      identifies: true,
      width: '76px',
    },
    {
      id: 'rotation',
      header: 'Rotation',
      cell: (row) => <RotationName row={row} />,
      isRowHeader: true,
      sortable: true,
      width: '168px',
    },
    {
      id: 'week',
      header: 'Week, Mon to Sun, UTC',
      cell: ({ covered }) => <WeekStrip covered={covered} hourOfWeek={hourOfWeek} />,
      width: '250px',
    },
    {
      id: 'hours',
      header: 'Hours',
      align: 'end',
      cell: ({ coveredHours, notation }) => (
        <>
          {notation !== null && <span className={styles['notation']}>{notation} </span>}
          <Figure value={formatCount(coveredHours)} unit="h" />
        </>
      ),
      sortable: true,
      width: '92px',
    },
    {
      id: 'people',
      header: 'People',
      align: 'end',
      cell: (row) => <People row={row} />,
      sortable: true,
      width: '64px',
    },
    { id: 'duty', header: 'On duty', cell: (row) => <Duty row={row} />, width: '66px' },
    {
      id: 'services',
      header: 'Services',
      cell: ({ services }) => <Names names={services} />,
      width: '280px',
    },
    {
      id: 'deployments',
      header: 'Deployments',
      cell: ({ deployments }) => <Names names={deployments} />,
      width: '160px',
    },
  ]
}

function RotationName({ row: { id, name, url } }: Readonly<{ row: RotationRow }>) {
  if (url === null) return name ?? id
  return (
    <a className="link" href={url} target="_blank" rel="noreferrer">
      {name ?? id}
    </a>
  )
}

function People({ row: { primaryPeople, backupPeople, isSinglePerson } }: Readonly<{ row: RotationRow }>) {
  const words = `${primaryPeople} primary, ${backupPeople} backup`
  return (
    <span className={isSinglePerson ? styles['single'] : undefined} title={words}>
      {formatCount(primaryPeople + backupPeople)}
      {isSinglePerson && ' alone'}
    </span>
  )
}

function Duty({ row: { isInForce, isOnDuty, until } }: Readonly<{ row: RotationRow }>) {
  if (isInForce) return isOnDuty ? <b>on duty</b> : 'off duty'
  return until === null ? (
    'replaced'
  ) : (
    <span>
      ended <Time at={until} form="date" />
    </span>
  )
}

/** A list of names in a line: cut where there is no room, whole on hover and in the file. */
function Names({ names }: Readonly<{ names: readonly string[] }>) {
  const text = names.join(', ')
  return (
    <span className={styles['names']} title={text}>
      {text}
    </span>
  )
}

export const teamColumns: readonly Column<TeamOnCall>[] = [
  { id: 'team', header: 'Team', cell: ({ name }) => name, isRowHeader: true },
  {
    id: 'duty',
    header: 'On duty',
    cell: ({ onDuty, rotationCount }) => {
      if (rotationCount === 0) return <span className={styles['single']}>no rotation at all</span>
      return onDuty.length === 0 ? <span className={styles['single']}>nobody</span> : onDuty.join(', ')
    },
  },
  {
    id: 'rotations',
    header: 'Rotations',
    align: 'end',
    cell: ({ rotationCount }) => formatCount(rotationCount),
  },
  {
    id: 'people',
    header: 'People, each once',
    align: 'end',
    cell: ({ people: { atLeast, atMost } }) =>
      atLeast === atMost ? formatCount(atLeast) : `${formatCount(atLeast)} to ${formatCount(atMost)}`,
  },
  {
    id: 'sum',
    header: 'Places',
    align: 'end',
    cell: ({ people }) => formatCount(people.sum),
  },
]

export function coverColumns(hourOfWeek: number): readonly Column<ServiceCover>[] {
  return [
    { id: 'service', header: 'Service', cell: ({ service }) => service, isRowHeader: true, width: '112px' },
    {
      id: 'deployments',
      header: 'Deployments',
      cell: ({ deployments }) => <Names names={deployments} />,
      width: '152px',
    },
    {
      id: 'week',
      header: 'Week, Mon to Sun, UTC',
      cell: ({ covered }) => <WeekStrip covered={covered} hourOfWeek={hourOfWeek} />,
      width: '250px',
    },
    {
      id: 'gap',
      header: 'Nobody',
      align: 'end',
      cell: ({ gapHours }) => (gapHours === 0 ? 'never' : <Duration hours={gapHours} />),
      width: '62px',
    },
    {
      id: 'longest',
      header: 'In a row',
      align: 'end',
      cell: ({ longestGapHours }) =>
        longestGapHours === 0 ? (
          <Absent reason="Covered around the clock" />
        ) : (
          <Duration hours={longestGapHours} />
        ),
      width: '66px',
    },
    {
      id: 'hint',
      header: 'Hint',
      cell: (cover) => <Hint cover={cover} />,
      width: '160px',
    },
    {
      id: 'gaps',
      header: 'Hours without cover, UTC',
      cell: ({ gaps }) => <Names names={[weekWords(gaps)]} />,
      width: '198px',
    },
    {
      id: 'rotations',
      header: 'Rotations',
      cell: ({ rotations }) =>
        rotations.length === 0 ? <span className={styles['single']}>none</span> : <Names names={rotations} />,
      width: '200px',
    },
  ]
}

const hintWords = {
  'no-rotation-reliability-endangered': 'No rotation: endangered',
  'consider-24x7': 'Consider around the clock',
  'more-than-needed': 'More than its target needs',
} as const
const cadenceWords = { daily: 'daily', weekly: 'weekly', monthly: 'monthly', rarer: 'rarely' } as const

/** Outside the references' two limits only: between them people know better. */
function Hint({ cover: { hint, cadence, availabilityTarget } }: Readonly<{ cover: ServiceCover }>) {
  const promised =
    availabilityTarget === null
      ? 'no availability promised'
      : `${formatTarget(availabilityTarget)} % promised`
  const facts = `${promised}, deployed ${cadenceWords[cadence]}`
  if (hint === null) return <Absent reason={`Nothing to say: ${facts}`} />
  return <span title={facts}>{hintWords[hint]}</span>
}
