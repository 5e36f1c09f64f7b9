import type { Bottleneck } from '../../../contract/delivery.ts'
import { formatCount } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { TwoLines } from '../../../ui/two-lines.tsx'
import {
  bottleneckFigure,
  bottleneckTitle,
  countedText,
  decisionOf,
  decisionWords,
  leanWords,
} from './bottleneck-words.ts'
import styles from './delivery.module.css'

export function bottleneckColumns(onOpen: (id: string) => void): readonly Column<Bottleneck>[] {
  return [
    {
      id: 'title',
      header: 'Bottleneck',
      isRowHeader: true,
      width: '172px',
      cell: (one) => (
        <TwoLines
          first={
            <button type="button" className={styles['choose']} onClick={() => onOpen(one.id)}>
              {bottleneckTitle(one)}
            </button>
          }
          second={one.side === 'efficiency' ? `${one.teamName}: ${one.services.join(', ')}` : one.teamName}
        />
      ),
    },
    {
      id: 'figure',
      header: 'What data show',
      width: '128px',
      cell: (one) => {
        const figure = bottleneckFigure(one)
        if (figure === null) return <Absent reason="Data no longer show it; the decision stands" />
        return <TwoLines first={figure.now} second={figure.than} />
      },
    },
    {
      id: 'tickets',
      header: 'Tickets',
      align: 'end',
      width: '76px',
      cell: ({ tickets }) => (
        <TwoLines
          first={formatCount(tickets.count)}
          second={tickets.before === null ? '' : `${formatCount(tickets.before)} before`}
        />
      ),
    },
    {
      id: 'decision',
      header: 'Decision',
      width: '112px',
      cell: (one) => (
        <TwoLines
          first={decisionWords[decisionOf(one)]}
          second={
            one.entered?.decision?.owner ?? (one.lean === null ? 'No evidence yet' : leanWords[one.lean])
          }
        />
      ),
    },
  ]
}

/** For a table to be pasted: what the two lists say, in one. */
export const plainColumns: readonly Column<Bottleneck>[] = [
  { id: 'title', header: 'Bottleneck', isRowHeader: true, cell: bottleneckTitle },
  { id: 'team', header: 'Team', cell: ({ teamName }) => teamName },
  { id: 'figure', header: 'What data show', cell: (one) => bottleneckFigure(one)?.now ?? 'no longer' },
  { id: 'tickets', header: 'Tickets', align: 'end', cell: ({ tickets }) => countedText(tickets) },
  { id: 'decision', header: 'Decision', cell: (one) => decisionWords[decisionOf(one)] },
]
