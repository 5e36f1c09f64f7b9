import { useState } from 'react'

import type { PlannedDowntimeEffect } from '../../../contract/planned-downtime.ts'
import { formatCount } from '../../../domain/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { Time } from '../../../ui/time.tsx'
import { useTimeZone } from '../../../ui/zone.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './planned-downtime.module.css'
import { startsByDay, type DayOfStarts } from './starts-by-day.ts'

type DowntimeDaysProps = Readonly<{ effect: PlannedDowntimeEffect; onStart: (from: string) => void }>

/** A week: whoever plans further ahead asks for the rest. */
const SHOWN = 7

/** Day by day how much the hour matters: what the budget with the least room would keep. */
export function DowntimeDays({ effect: { starts, from }, onStart }: DowntimeDaysProps) {
  const timeZone = useTimeZone()
  const [isWhole, setIsWhole] = useState(false)
  const days = startsByDay(starts, timeZone)
  const shown = isWhole ? days : days.slice(0, SHOWN)
  const start = (which: 'best' | 'worst') => (row: DayOfStarts) => {
    const { at, left } = row[which]
    return (
      <span className={styles['start']}>
        <Time at={at} form="time" /> <Percent ratio={left} />
      </span>
    )
  }
  return (
    <>
      <FiguresTable
        caption="What the budget with the least room would keep, day by day"
        rows={shown}
        rowKey={({ day }) => String(day)}
        columns={[
          { header: 'Day', cell: ({ best }) => <Day at={best.at} /> },
          { header: 'Best hour, least left', isFigure: true, cell: start('best') },
          { header: 'Worst hour, least left', isFigure: true, cell: start('worst') },
          {
            header: 'Plan',
            isFigure: true,
            cell: ({ best }) =>
              best.at === from ? (
                'planned'
              ) : (
                <Button look="quiet" onClick={() => onStart(best.at)}>
                  Plan it then
                </Button>
              ),
          },
        ]}
      />
      {days.length > shown.length && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          Show all {formatCount(days.length)} days
        </Button>
      )}
    </>
  )
}

function Day({ at }: Readonly<{ at: string }>) {
  const timeZone = useTimeZone()
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(Date.parse(at))
}
