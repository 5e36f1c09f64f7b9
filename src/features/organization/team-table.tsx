import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { boardQueries } from '../../api/board-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import type { Board } from '../../contract/board.ts'
import type { Team } from '../../contract/catalog.ts'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { paths } from '../../url/paths.ts'
import { bricks } from './brick-geometry.ts'
import { Journey } from './journey.tsx'
import styles from './organization.module.css'

type Counts = Readonly<{ periodId: string; kept: number; counted: number }>
type TeamRow = Readonly<{
  slug: string
  name: string
  /** The last closed periods, oldest first. */
  recent: readonly Counts[]
  last: Counts | undefined
  now: Team | undefined
}>

const RECENT = 6

/** `lastName` is the last closed period's; before there is one, no team has kept or broken anything. */
function columnsFor(lastName: string | null, board: Board | undefined): readonly Column<TeamRow>[] {
  return [
    {
      id: 'team',
      header: 'Team',
      isRowHeader: true,
      cell: ({ slug, name }) => (
        <Link className={styles['name']} {...paths.explore({ team: slug })}>
          {name}
        </Link>
      ),
    },
    ...(lastName === null ? [] : keptUpTo(lastName)),
    { id: 'now', header: 'Budgets now', cell: ({ now }) => (now ? <Now team={now} /> : null) },
    ...(board === undefined ? [] : [journeyOf(board)]),
  ]
}

function keptUpTo(lastName: string): readonly Column<TeamRow>[] {
  return [
    { id: 'recent', header: `Up to ${lastName}`, cell: ({ recent }) => <MiniBricks recent={recent} /> },
    {
      id: 'kept',
      header: lastName,
      align: 'end',
      cell: ({ last }) =>
        last && last.counted > 0 ? (
          <>
            {last.kept} <span className="muted">of {last.counted}</span>
          </>
        ) : (
          <Absent reason="No service had a verdict" />
        ),
    },
  ]
}

function journeyOf(board: Board): Column<TeamRow> {
  return {
    id: 'journey',
    header: `Journey, ${board.columns.length} phases`,
    cell: ({ slug }) => <Journey board={board} team={slug} />,
  }
}

/** Teams are compared by their services, never people; the order is the catalog's, not a ranking. */
export function TeamTable({ kept }: Readonly<{ kept: KeptBudgets }>) {
  const teams = useQuery(organizationQueries.teams()).data?.items
  const board = useQuery(boardQueries.board()).data
  const closed = kept.items.flatMap(({ period }, index) => (period.isOpen ? [] : [{ period, index }]))
  const rows = kept.teams.map(({ team, name, items }): TeamRow => {
    const verdicts = closed.flatMap(({ period, index }) => {
      const counts = items[index]
      return counts ? [{ periodId: period.id, ...counts }] : []
    })
    return {
      slug: team,
      name,
      recent: verdicts.slice(-RECENT),
      last: verdicts.at(-1),
      now: teams?.find(({ slug }) => slug === team),
    }
  })
  return (
    <section>
      <h2>Teams</h2>
      <DataTable
        caption="Teams"
        columns={columnsFor(closed.at(-1)?.period.name ?? null, board)}
        rows={rows}
        rowKey={({ slug }) => slug}
        density="dense"
      />
    </section>
  )
}

function Now({ team: { burningCount, states } }: Readonly<{ team: Team }>) {
  const exhausted = states.exhausted ?? 0
  const atRisk = states['at-risk'] ?? 0
  if (burningCount + exhausted + atRisk === 0) return <span className="muted">all on course</span>
  return (
    <span className={styles['now']}>
      {burningCount > 0 && <Counted state="burning" count={burningCount} word="burning" />}
      {exhausted > 0 && <Counted state="exhausted" count={exhausted} word="exhausted" />}
      {atRisk > 0 && <Counted state="at-risk" count={atRisk} word="at risk" />}
    </span>
  )
}

type CountedProps = Readonly<{ state: 'burning' | 'exhausted' | 'at-risk'; count: number; word: string }>

function Counted({ state, count, word }: CountedProps) {
  return (
    <span title={`${count} ${word}`}>
      <StateBadge state={state}>
        {count}
        <VisuallyHidden> {word}</VisuallyHidden>
      </StateBadge>
    </span>
  )
}

const MINI_WIDTH = 11
const MINI_HEIGHT = 20
const MINI_STEP = 14

function MiniBricks({ recent }: Pick<TeamRow, 'recent'>) {
  const words = recent.map(({ kept, counted }) => `${kept} of ${counted}`).join(', ')
  return (
    <svg
      className={styles['strip']}
      width={RECENT * MINI_STEP}
      height={MINI_HEIGHT}
      role="img"
      aria-label={`Services that kept every budget, oldest first: ${words}`}
    >
      {recent.map(({ periodId, kept, counted }, index) => (
        <g key={periodId}>
          {bricks(kept, counted, 0, MINI_HEIGHT).map(({ place, y, height, isKept }) => (
            <rect
              key={place}
              className={isKept ? styles['miniKept'] : styles['miniBroke']}
              x={index * MINI_STEP + 0.5}
              y={y}
              width={MINI_WIDTH - 1}
              height={height}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}
