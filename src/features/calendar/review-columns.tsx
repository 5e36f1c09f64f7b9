import type { Review } from '../../contract/calendar.ts'
import { formatDay } from '../../domain/day.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { daysWords, followingWords, reasonWords, tierWords } from './calendar-words.ts'
import styles from './calendar.module.css'

export function reviewColumns(onOpen: (id: string) => void): readonly Column<Review>[] {
  return [
    {
      id: 'review',
      header: 'Review',
      isRowHeader: true,
      width: '286px',
      cell: ({ id, name, tier, teamName }) => (
        <TwoLines
          first={
            <button type="button" className={styles['open']} title={name} onClick={() => onOpen(id)}>
              {name}
            </button>
          }
          second={`${teamName ?? 'Organization'}, ${tierWords[tier].toLowerCase()}`}
        />
      ),
    },
    {
      id: 'due',
      header: 'Due',
      width: '124px',
      cell: ({ due, daysLeft, state }) => (
        <TwoLines
          first={
            <span className={state === 'overdue' ? styles['overdue'] : undefined}>{formatDay(due)}</span>
          }
          second={daysWords(daysLeft)}
        />
      ),
    },
    {
      id: 'because',
      header: 'Why then',
      width: '240px',
      cell: (review) => (
        <span className={styles['wrap']} title={reasonWords(review)}>
          {reasonWords(review)}
        </span>
      ),
    },
    {
      id: 'then',
      header: 'Then',
      width: '150px',
      cell: ({ following }) =>
        following.length === 0 ? (
          <Absent reason="When it is agreed" />
        ) : (
          <TwoLines {...followingWords(following)} />
        ),
    },
    {
      id: 'held',
      header: 'Last held, and what came of it',
      width: '348px',
      cell: ({ last }) =>
        last === null ? (
          <Absent reason="It was never held" />
        ) : (
          <TwoLines
            first={<span title={last.decision}>{last.decision}</span>}
            second={`${formatDay(last.heldOn)}, ${last.by}`}
          />
        ),
    },
  ]
}
