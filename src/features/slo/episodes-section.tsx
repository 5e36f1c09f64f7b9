import type { BudgetHistory, EpisodeOnWire } from '../../contract/budget-history.ts'
import { formatBurnRate, formatDuration, formatSpeed } from '../../domain/format.ts'
import { isUnmeasured } from '../../domain/state.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './episodes-section.module.css'
import { formatDepletion } from '../../domain/format-depletion.ts'
import { Section } from '../../ui/section.tsx'

type Row = EpisodeOnWire & Readonly<{ periodName: string; isGoingOn: boolean; barShare: number }>

const columns: readonly Column<Row>[] = [
  { id: 'period', header: 'Period', cell: ({ periodName }) => periodName },
  {
    id: 'began',
    header: 'Began',
    isRowHeader: true,
    cell: ({ start, isGoingOn }) => (
      <>
        {isGoingOn && <StateGlyph state="burning" label="Still burning" />}{' '}
        <Time at={start} form="date-time" />
      </>
    ),
  },
  {
    id: 'lasted',
    header: 'Lasted',
    align: 'end',
    cell: ({ spanHours, isGoingOn }) => `${formatDuration(spanHours)}${isGoingOn ? ' so far' : ''}`,
  },
  {
    id: 'depletion',
    header: 'Depleted',
    align: 'end',
    cell: ({ depletion, barShare }) => (
      <>
        <span className={styles['track']} aria-hidden="true">
          <span className={styles['bar']} style={{ width: `${barShare * 100}%` }} />
        </span>
        <Figure value={formatDepletion(depletion)} unit="%" />
      </>
    ),
  },
  {
    id: 'speed',
    header: 'Speed',
    align: 'end',
    cell: ({ speed }) => <Figure value={formatSpeed(speed)} unit="%/h" />,
  },
  {
    id: 'peak',
    header: 'Peak',
    align: 'end',
    cell: ({ peakBurnRate }) => `${formatBurnRate(peakBurnRate)}×`,
  },
  {
    id: 'release',
    header: 'Release before',
    cell: ({ releaseBefore }) =>
      releaseBefore === null ? (
        <Absent reason="No deployment in the 24 hours before it began" />
      ) : (
        <>
          <b>{releaseBefore.version}</b>{' '}
          <span className="muted">
            <Time at={releaseBefore.at} form="date-time" />
          </span>
        </>
      ),
  },
]

/** Runs of burning hours, newest first, with the speeds of the newest period that is shown. */
export function EpisodesSection({ history }: Readonly<{ history: BudgetHistory }>) {
  const names = new Map(history.periods.map(({ budget: { period } }) => [period.id, period.name]))
  const deepest = Math.max(0, ...history.episodes.map(({ depletion }) => depletion))
  const rows = history.episodes
    .map((episode): Row => ({
      ...episode,
      periodName: names.get(episode.periodId) ?? episode.periodId,
      isGoingOn: episode.end >= history.dataUpTo,
      barShare: deepest === 0 ? 0 : episode.depletion / deepest,
    }))
    .toReversed()
  return (
    <Section title="Depletion episodes" note={<Speeds history={history} />}>
      {rows.length === 0 && history.periods.every(({ budget }) => isUnmeasured(budget)) ? (
        <p className="muted">Nothing was measured in this window, so nothing is known of episodes.</p>
      ) : rows.length === 0 ? (
        <Notice kind="good" title="No depletion episode in this window">
          An episode is a run of hours above a burn rate of 1 that takes at least 1 % of the budget.
        </Notice>
      ) : (
        <DataTable
          caption="Depletion episodes"
          columns={columns}
          rows={rows}
          rowKey={({ start, periodId }) => `${periodId} ${start}`}
          density="dense"
        />
      )}
    </Section>
  )
}

function Speeds({ history }: Readonly<{ history: BudgetHistory }>) {
  const newest = history.periods.at(-1)
  const rule = 'Hours above 1×, joined over gaps of up to 3 h.'
  if (!newest || newest.averageSpeed === null || newest.highestSpeed === null) return rule
  return (
    <>
      {rule} {newest.budget.period.name} average {formatSpeed(newest.averageSpeed)} %/h, highest{' '}
      {formatSpeed(newest.highestSpeed)} %/h
    </>
  )
}
