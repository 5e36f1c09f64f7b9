import { Link } from '@tanstack/react-router'

import type { SloBreachDetail, SloBreachOnWire } from '../../contract/slo-breaches.ts'
import { takenWords } from '../../domain/format-depletion.ts'
import { formatCount } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import { Time } from '../../ui/time.tsx'
import { breachPaths } from '../../url/breach-paths.ts'
import { paths } from '../../url/paths.ts'
import { Section } from '../../ui/section.tsx'
import { causeWords, howFarWords } from './breach-words.ts'

const columns: readonly Column<SloBreachOnWire>[] = [
  {
    id: 'began',
    header: 'Began',
    isRowHeader: true,
    cell: ({ id, start }) => (
      <Link className="link" {...paths.breach(id)}>
        <Time at={start} form="date-time" />
      </Link>
    ),
  },
  { id: 'lasted', header: 'Lasted', align: 'end', cell: ({ hours }) => <Duration hours={hours} /> },
  {
    id: 'how-far',
    header: 'How far',
    align: 'end',
    cell: ({ peakRate, peakLongHours }) =>
      peakRate === null ? <Absent reason="Not reported" /> : howFarWords(peakRate, peakLongHours),
  },
  {
    id: 'taken',
    header: 'Of budget',
    align: 'end',
    cell: ({ depletion }) =>
      depletion === null ? <Absent reason="There is no budget to take of" /> : takenWords(depletion),
  },
  {
    id: 'cause',
    header: 'Cause',
    cell: ({ review }) => (review === null ? <Absent reason="Not reviewed" /> : causeWords[review.cause]),
  },
]

export function PreviousBreaches({
  detail: { breach, previous, previousCount },
}: Readonly<{ detail: SloBreachDetail }>) {
  const note = (
    <Link
      className="link"
      {...breachPaths.list({
        slo: [breach.sloId],
        deployment: [breach.deployment],
        range: { window: 'current-year' },
      })}
    >
      All of this year
    </Link>
  )
  return (
    <Section title="Breaches of this SLO before" note={note}>
      {previous.length === 0 ? (
        <p className="muted">None in the year before it.</p>
      ) : (
        <DataTable
          caption="Breaches of this SLO before"
          columns={columns}
          rows={previous}
          rowKey={({ id }) => id}
          density="dense"
          footer={
            previousCount > previous.length
              ? `The newest of ${formatCount(previousCount)} in the year before it.`
              : undefined
          }
        />
      )}
    </Section>
  )
}
