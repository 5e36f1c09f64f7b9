import type { FindingOnWire, ShortlistListOnWire } from '../../../contract/features-or-reliability.ts'
import { formatCount, formatSpeed } from '../../../domain/format.ts'
import type { ShortlistList } from '../../../domain/shortlist.ts'
import { Duration } from '../../../ui/duration.tsx'
import { Availability, Latency } from '../../../ui/endpoint-figures.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { Percent } from '../../../ui/percent.tsx'
import styles from './finding-list.module.css'

const BAR_PX = 44

/** How bad it is, for the length of its bar: all bars of a list are on one scale. */
export function badness(list: ShortlistList, row: FindingOnWire, periodHours: number): number {
  switch (list) {
    case 'most-broken':
      return row.of === null || row.of === 0 ? 0 : row.figure / row.of
    case 'soonest-out':
      return Math.max(0, 1 - row.figure / periodHours)
    case 'deepest':
      return Math.max(0, -row.figure)
    case 'least-available':
      return 1 - row.figure
    case 'fastest':
    case 'slowest':
      return row.figure
  }
}

/** A broken share and a time have scales of their own; the others are held against the worst of the list. */
export function scaleOf(
  { list, rows, next }: Pick<ShortlistListOnWire, 'list' | 'rows' | 'next'>,
  periodHours: number,
): number {
  if (list === 'most-broken' || list === 'soonest-out') return 1
  return Math.max(
    ...[...rows, ...(next === null ? [] : [next])].map((row) => badness(list, row, periodHours)),
    0,
  )
}

const barLooks: Readonly<Record<ShortlistList, string | undefined>> = {
  'most-broken': styles['broken'],
  'soonest-out': styles['exhausted'],
  deepest: styles['exhausted'],
  fastest: undefined,
  'least-available': undefined,
  slowest: undefined,
}

export function FindingBar({ list, share }: Readonly<{ list: ShortlistList; share: number }>) {
  const width = share === 0 ? 0 : Math.max(1, share * BAR_PX)
  return (
    <span className={styles['bar']} aria-hidden="true">
      <i className={barLooks[list]} style={{ width }} />
    </span>
  )
}

export function FindingFigure({ list, row }: Readonly<{ list: ShortlistList; row: FindingOnWire }>) {
  switch (list) {
    case 'most-broken':
      return (
        <>
          {formatCount(row.figure)} <span className="muted">of {formatCount(row.of ?? 0)}</span>
        </>
      )
    case 'soonest-out':
      return <Duration hours={row.figure} />
    case 'deepest':
      return <Percent ratio={row.figure} />
    case 'fastest':
      return <Figure value={formatSpeed(row.figure)} unit="%/h" />
    case 'least-available':
      return <Availability requests={row.requests ?? 0} failures={row.failures ?? 0} />
    case 'slowest':
      return <Latency ms={row.figure} />
  }
}
