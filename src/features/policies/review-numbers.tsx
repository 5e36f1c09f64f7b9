import type { ReactNode } from 'react'

import type { EnactmentCounts, EnactmentList } from '../../contract/enactments.ts'
import { formatCount } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import styles from './review-numbers.module.css'

type PeriodRow = EnactmentList['periods'][number]

/** What a review of the policy starts from: was it enacted, in time, and did it help? */
export function ReviewNumbers({ list: { counts, periods } }: Readonly<{ list: EnactmentList }>) {
  return (
    <>
      <dl className={styles['figures']} aria-label="Numbers for a review">
        <Figure
          name="Enactments"
          note={`${formatCount(counts.passed)} passed before anybody acknowledged them`}
        >
          {formatCount(counts.enactments)}
        </Figure>
        <Figure name="Consequences in time" note="of those with a time to keep that is over">
          {counts.onTimeOf === 0 ? (
            <Absent reason="None with a time to keep was due" />
          ) : (
            `${formatCount(counts.onTime)} of ${formatCount(counts.onTimeOf)}`
          )}
        </Figure>
        <Figure name="To acknowledge" note="median">
          <Lead hours={counts.hoursToAcknowledge} reason="None was acknowledged" />
        </Figure>
        <Figure name="To done" note="median, from met to the last consequence">
          <Lead hours={counts.hoursToDone} reason="None is done" />
        </Figure>
        <Figure name="Exhausted, not answered" note={`of ${formatCount(counts.exhaustions)} exhausted early`}>
          {formatCount(counts.missed)}
        </Figure>
        <Figure name="Released in a stop" note={thawNote(counts)}>
          {counts.releaseDays === null ? (
            <Absent reason="No stop of releases was in force" />
          ) : (
            `${formatCount(counts.releaseDays)} ${counts.releaseDays === 1 ? 'day' : 'days'}`
          )}
        </Figure>
        <Figure name="Tickets after" note={ticketNote(counts)}>
          {counts.ticketsOf === 0 ? (
            <Absent reason="No enactment is 28 days old" />
          ) : (
            formatCount(counts.ticketsAfter)
          )}
        </Figure>
      </dl>
      {periods.length > 1 && (
        <details className={styles['byPeriod']}>
          <summary>By period</summary>
          <DataTable
            caption="Numbers for a review, by period"
            density="dense"
            columns={periodColumns}
            rows={periods}
            rowKey={({ period }) => period.id}
          />
        </details>
      )}
    </>
  )
}

function thawNote({ releaseDays, thawDays }: EnactmentCounts): string {
  if (releaseDays === null || releaseDays === 0) return 'while production was stopped'
  return thawDays === null ? 'and no thaw tax is agreed' : `the thaw tax adds ${thawDays} days`
}

function ticketNote({ ticketsBefore, ticketsOf }: EnactmentCounts): string {
  if (ticketsOf === 0) return 'reliability tickets in 28 days'
  return `reliability tickets in the 28 days after, ${formatCount(ticketsBefore)} in the 28 before`
}

function Lead({ hours, reason }: Readonly<{ hours: number | null; reason: string }>) {
  return hours === null ? <Absent reason={reason} /> : <Duration hours={hours} />
}

function Figure({ name, note, children }: Readonly<{ name: string; note: string; children: ReactNode }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        <small>{note}</small>
      </dd>
    </div>
  )
}

const count = (id: keyof EnactmentCounts, header: string): Column<PeriodRow> => ({
  id,
  header,
  align: 'end',
  cell: (row) => formatCount(row[id] ?? 0),
})

const periodColumns: readonly Column<PeriodRow>[] = [
  {
    id: 'period',
    header: 'Period',
    isRowHeader: true,
    cell: ({ period }) => `${period.name}${period.isOpen ? ', open' : ''}`,
  },
  count('enactments', 'Enactments'),
  count('passed', 'Passed'),
  {
    id: 'onTime',
    header: 'In time',
    align: 'end',
    cell: ({ onTime, onTimeOf }) =>
      onTimeOf === 0 ? <Absent reason="None was due" /> : `${onTime} of ${onTimeOf}`,
  },
  {
    id: 'acknowledge',
    header: 'To acknowledge',
    align: 'end',
    cell: ({ hoursToAcknowledge }) => <Lead hours={hoursToAcknowledge} reason="None was acknowledged" />,
  },
  {
    id: 'done',
    header: 'To done',
    align: 'end',
    cell: ({ hoursToDone }) => <Lead hours={hoursToDone} reason="None is done" />,
  },
  count('exhaustions', 'Exhausted early'),
  count('missed', 'Not answered'),
]
