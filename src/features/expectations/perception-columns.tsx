import type { PerceptionItem } from '../../contract/expectations.ts'
import { formatCount, formatRemaining } from '../../domain/format.ts'
import { formatMonth } from '../../domain/month.ts'
import { Absent } from '../../ui/absent.tsx'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { comparisonWords, perceiverWords, signalFigure } from './expectation-words.ts'
import styles from './expectations.module.css'

const percent = (share: number) => `${formatRemaining(share)}${NARROW_SPACE}%`

export function perceptionColumns(
  /** Null where the viewer may not. */
  onChange: ((perception: PerceptionItem) => void) | null,
): readonly Column<PerceptionItem>[] {
  return [
    {
      id: 'who',
      header: 'Who',
      isRowHeader: true,
      width: '104px',
      cell: ({ who, month }) => <TwoLines first={perceiverWords[who]} second={formatMonth(month)} />,
    },
    {
      id: 'recommend',
      header: 'Would recommend',
      width: '170px',
      align: 'end',
      cell: ({ recommendScore: score }) =>
        score === null ? (
          <Absent reason="They were not asked" />
        ) : (
          <TwoLines
            first={`${score.score > 0 ? '+' : ''}${Math.round(score.score)}`.replace('-', '−')}
            second={`${percent(score.promoters)} promoters of ${formatCount(score.answers)}`}
          />
        ),
    },
    {
      id: 'reliable',
      header: 'Reliable, 0 to 10',
      width: '120px',
      align: 'end',
      cell: ({ reliableMean }) =>
        reliableMean === null ? <Absent reason="They were not asked" /> : signalFigure(reliableMean, null),
    },
    {
      id: 'measured',
      header: 'Measured then',
      width: '262px',
      cell: ({ measured }) =>
        measured === null ? (
          <Absent reason="No period had closed by then" />
        ) : (
          <TwoLines
            first={`${measured.servicesWithinBudget === null ? '–' : percent(measured.servicesWithinBudget)} of services within budget`}
            second={`${measured.notDetectedInternally ?? '–'} outages seen outside, ${measured.reliabilityTickets ?? '–'} tickets in ${measured.period}`}
          />
        ),
    },
    {
      id: 'text',
      header: 'In their words',
      width: '420px',
      cell: ({ thanData, text }) => (
        <span className={styles['words']}>
          {thanData !== null && <b>{comparisonWords[thanData]}. </b>}
          {text}
        </span>
      ),
    },
    {
      id: 'by',
      header: 'Recorded',
      width: '104px',
      cell: (one) => (
        <TwoLines
          first={
            onChange === null ? (
              one.by
            ) : (
              <Button
                look="quiet"
                aria-label={`Change: ${perceiverWords[one.who]}, ${formatMonth(one.month)}`}
                onClick={() => onChange(one)}
              >
                Change
              </Button>
            )
          }
          second={<Time at={one.at} form="date" />}
        />
      ),
    },
  ]
}
